import Kinds
import Vocabulary

/// Makes of a manifest what it declares for one org: variables replaced, conveniences lowered to the
/// API's attributes, values checked.
struct Lowering {
    let manifest: Manifest
    let org: OrgDeclaration
    let variables: [String: String]
    var findings = Findings()
    /// Whether variables may come from elsewhere later, so that one without a value is no mistake.
    var toleratesMissingVariables = false
    private var sharedEndpoints: [String: LoweredChannel] = [:]

    init(manifest: Manifest, org: OrgDeclaration, variables: [String: String]) {
        self.manifest = manifest
        self.org = org
        findings.secrets = manifest.secrets
        self.variables = org.vars.merging(variables) { _, given in given }
    }

    /// The org's resources, sorted by address; `findings` says whether they may be used.
    mutating func resources() -> [ResourceDeclaration] {
        let declarations = mine.map { lower($0) }
        checkUnusedEndpoints()
        checkUniqueNames(declarations)
        checkCounts(declarations)
        return declarations.sorted { $0.address < $1.address }
    }

    private mutating func lower(_ source: ResourceSource) -> ResourceDeclaration {
        var declaration = ResourceDeclaration(
            kind: source.shape.kind, address: source.address, values: [:], declared: [],
            verify: source.verify, lifecycle: source.lifecycle, location: source.location)
        for attribute in source.shape.ownAttributes {
            lower(attribute, of: source, into: &declaration)
        }
        if let endpoint = source.endpoint {
            declaration.take(channel(of: endpoint), made: .endpoint)
        } else if let oauth = source.oauth {
            declaration.take(lower(oauth, of: source.shape.kind), made: .oauth)
        }
        declaration.tests = filterTests(of: source)
        return declaration
    }

    /// The keys of the resources of a kind in this org, sorted.
    func keys(of kind: String) -> [String] {
        mine.filter { $0.address.kind == kind }.map(\.address.key).sorted()
    }

    /// What of the manifest belongs to this org.
    private var mine: [ResourceSource] {
        manifest.resources.filter { source in
            source.orgs?.contains { $0.name == org.name } ?? true
        }
    }

    private mutating func channel(of endpoint: ResourceSource.Endpoint) -> LoweredChannel {
        switch endpoint {
        case .inPlace(let endpoint): return lower(endpoint)
        case .named(let name, let location):
            if let known = sharedEndpoints[name] { return known }
            guard let endpoint = manifest.endpoints[name] else {
                noteUnknownEndpoint(name, at: location)
                return LoweredChannel()
            }
            let channel = lower(endpoint)
            sharedEndpoints[name] = channel
            return channel
        }
    }

    private mutating func noteUnknownEndpoint(_ name: String, at location: SourceLocation) {
        let names = manifest.endpoints.keys.sorted()
        let known =
            names.isEmpty ? "The manifest has no endpoints." : "The endpoints are \(listed(names))."
        findings.error(
            .unknownEndpoint,
            "There is no endpoint \(findings.quoted(name, at: location)). "
                + (findings.nearest(to: name, among: names).map { "Did you mean \(quoted($0))?" }
                    ?? known),
            at: location)
    }

    /// Checks the endpoints that no hook of this org uses, as far as they do not depend on the org.
    private mutating func checkUnusedEndpoints() {
        for (name, endpoint) in manifest.endpoints.sorted(by: { $0.key < $1.key })
        where sharedEndpoints[name] == nil && endpoint.isConstant {
            _ = lower(endpoint)
        }
    }

    /// A template's text in this org; nil, and noted, when a variable has no value.
    mutating func text(_ template: Template) -> String? {
        if let text = template.text(variables) { return text }
        if toleratesMissingVariables { return nil }
        for name in template.variables where variables[name] == nil {
            let near = findings.nearest(to: name, among: variables.keys.sorted())
            findings.error(
                .variableWithoutValue,
                "The variable \(quoted(name)) has no value for the org \(quoted(org.name)). "
                    + (near.map { "Did you mean \(quoted($0))? " } ?? "")
                    + "Values come from the org's vars and from --var \(name)=VALUE.",
                at: template.location)
        }
        return nil
    }
}

extension ResourceDeclaration {
    /// Takes a channel over, and says that what belongs to other channels is empty.
    fileprivate mutating func take(_ channel: LoweredChannel, made by: ResourceKind.Composite) {
        values.merge(channel.values) { _, new in new }
        locations.merge(channel.locations) { _, new in new }
        declared.formUnion(channel.declared)
        declared.formUnion(kind.attributesRuledOut(by: by))
        if kind.attribute(ChannelPath.type) != nil {
            values[AttributePath(ChannelPath.type)] = .plain(.text(by.channelType))
            declared.insert(ChannelPath.type)
        }
    }
}

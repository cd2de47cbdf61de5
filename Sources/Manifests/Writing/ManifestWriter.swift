import Kinds
import Vocabulary

/// Writes a manifest of what an org holds, as a careful person would: what hooks share stands once,
/// what goes without saying is left out, and no secret stands in it.
///
/// What a manifest cannot say exactly is not written but told. The text follows from the objects and
/// their addresses alone, and not from their order.
///
/// 1. Take out what no manifest can declare as it is, each object by itself.
/// 2. Find what the others share.
/// 3. Write the sections, and name the secrets in the order in which they stand.
package func draftedManifest(_ draft: ManifestDraft) -> DraftedManifest {
    var writer = ManifestWriter(draft)
    writer.sort()
    let text = writer.text()
    return DraftedManifest(
        text: text, secrets: writer.secrets.secrets, written: writer.written,
        leftOut: writer.leftOut.sorted { $0.address < $1.address },
        warnings: writer.written.flatMap { $0.warnings + $0.filterWarnings })
}

private struct ManifestWriter {
    let draft: ManifestDraft
    /// By the ids of their objects.
    private var keys: [String: Address] = [:]
    private(set) var written: [ResourceDraft] = []
    private(set) var leftOut: [LeftOutResource] = []
    private(set) var secrets = SecretNames()

    init(_ draft: ManifestDraft) { self.draft = draft }

    /// Divides the resources into those that can be written and those that cannot. What others refer
    /// to comes first, for what refers to something left out is left out too.
    mutating func sort() {
        let limits = ManifestDraft.limits(exceededBy: draft.resources)
        var names: Set<[String]> = []
        var addresses: Set<Address> = []
        let sorted = draft.resources.sorted {
            ($0.object.kind.rank, $0.address, $0.object.id)
                < ($1.object.kind.rank, $1.address, $1.object.id)
        }
        for var resource in sorted {
            let kind = resource.object.kind
            var reasons: [String] = []
            if !addresses.insert(resource.address).inserted {
                reasons = ["Another object has the address \(resource.address)."]
            } else if !names.insert([kind.name, resource.object.name]).inserted {
                reasons = ["Another \(kind.noun) has the same name."]
            } else {
                reasons = self.reasons(against: resource, limits)
                if !reasons.isEmpty, resource.object.kind.isFiltered {
                    // What Okta has taken is a filter, whatever the check of ours says.
                    var odd = resource
                    odd.known.hasOddFilters = true
                    if self.reasons(against: odd, limits).isEmpty {
                        (resource, reasons) = (odd, [])
                    }
                }
            }
            if reasons.isEmpty {
                written.append(resource)
                keys[resource.object.id] = resource.address
            } else {
                leftOut.append(
                    LeftOutResource(
                        address: resource.address, id: resource.object.id,
                        name: resource.object.name, reasons: reasons))
            }
        }
        written.sort { $0.address < $1.address }
    }

    /// Why a manifest cannot declare a resource as it is, the manifest's other resources aside.
    private func reasons(against resource: ResourceDraft, _ limits: [String: Int]) -> [String] {
        var alone = self
        alone.written = [resource] + written.filter { isReferred($0, by: resource) }
        alone.keys[resource.object.id] = resource.address
        let check = DraftCheck(policy: Policy(limits: limits), keys: alone.keys)
        return check.reasons(against: resource, in: alone.text(limits: limits))
    }

    private func isReferred(_ other: ResourceDraft, by resource: ResourceDraft) -> Bool {
        resource.object.kind.references.contains { attribute in
            resource.object.attributes[attribute.path]?.text == other.object.id
                && attribute.referencedKind == other.address.kind
        }
    }

    /// The whole file.
    mutating func text() -> String { text(limits: ManifestDraft.limits(exceededBy: written)) }

    private mutating func text(limits: [String: Int]) -> String {
        secrets = SecretNames()
        let channels = Dictionary(
            written.compactMap { resource in
                ChannelDraft(resource, keys: keys).map { (resource.address, $0) }
            }, uniquingKeysWith: { first, _ in first })
        let shared = SharedEndpoints(written.compactMap { channels[$0.address] })
        var sections = [orgs, state]
        let endpoints = shared.sorted.map { name, endpoint in
            YAMLTree.Entry(
                key: name,
                value: .block(
                    ChannelDraft.entries(
                        of: endpoint, owner: .init(name: name, words: "endpoint \(name)"),
                        secrets: &secrets)))
        }
        if !endpoints.isEmpty { sections.append(section("endpoints", endpoints)) }
        for kind in KindRegistry.all.sorted(by: { ($1.rank, $0.name) < ($0.rank, $1.name) }) {
            let resources = written.filter { $0.address.kind == kind.name }.map {
                entry($0, channel: channels[$0.address], shared: shared)
            }
            if !resources.isEmpty { sections.append(section(kind.section, resources)) }
        }
        if !limits.isEmpty { sections.append(policy(limits)) }
        return header + sections.map { "\n" + YAMLTree.lines([$0]) }.joined()
    }

    private mutating func entry(
        _ resource: ResourceDraft, channel: ChannelDraft?, shared: SharedEndpoints
    ) -> YAMLTree.Entry {
        let owner = SecretNames.Owner(
            name: resource.address.key, words: resource.address.description)
        let entry = channel.map { channel -> YAMLTree.Entry in
            let value: YAMLTree =
                if let oauth = channel.oauth {
                    .block(
                        ChannelDraft.entries(
                            of: oauth, endpoint: channel.endpoint, owner: owner, secrets: &secrets))
                } else if let name = shared.name(of: channel.endpoint) {
                    .text(name)
                } else {
                    .block(
                        ChannelDraft.entries(
                            of: channel.endpoint, owner: owner, secrets: &secrets))
                }
            return .init(key: channel.composite.rawValue, value: value)
        }
        return .init(
            key: resource.address.key, value: ResourceEntries(resource).tree(channel: entry),
            comments: resource.comments + resource.warnings.map(\.detail))
    }

    private func section(_ name: String, _ entries: [YAMLTree.Entry]) -> YAMLTree.Entry {
        .init(key: name, value: .block(entries))
    }

    private var header: String {
        """
        # yaml-language-server: $schema=./tenterhook.schema.json
        #
        # The hooks of an Okta org as they stood when this file was written. From now on it says what
        # they should be: `tenterhook plan` shows what differs, `tenterhook apply` makes it so.
        version: 1

        """
    }

    private var orgs: YAMLTree.Entry {
        var entries = [YAMLTree.Entry(key: "url", value: .text(draft.orgURL))]
        if let variable = draft.tokenVariable {
            let reference = YAMLTree.flow([.init(key: "env", value: .text(variable))])
            entries.append(
                .init(key: "auth", value: .flow([.init(key: "api_token", value: reference)])))
        }
        return section("orgs", [.init(key: draft.orgName, value: .block(entries))])
    }

    private var state: YAMLTree.Entry {
        .init(
            key: "state",
            value: .flow([
                .init(key: "backend", value: .text("local")),
                .init(key: "path", value: .text("state")),
            ]))
    }

    private func policy(_ limits: [String: Int]) -> YAMLTree.Entry {
        let figures = limits.sorted { $0.key < $1.key }.map {
            YAMLTree.Entry(key: $0.key, value: .word(String($0.value)))
        }
        return section(
            "policy",
            [
                .init(
                    key: "limits", value: .flow(figures),
                    comments: ["This org holds more than Okta documents."])
            ])
    }
}

import Kinds
import Vocabulary

/// Holds what is written of an object against the object: whether the reader takes it, and whether
/// it then says what the object is.
///
/// The reader and its rules are the judge, so that no rule has to be told a second time here.
struct DraftCheck {
    let policy: Policy
    /// The addresses by the ids of their objects.
    let keys: [String: Address]

    /// Why a manifest cannot declare an object as it is; empty when it can.
    ///
    /// - Parameter text: a manifest with the object alone, and what it refers to.
    func reasons(against draft: ResourceDraft, in text: String) -> [String] {
        let object = draft.object
        let reading = ManifestReader.read(root: "tenterhook.yaml", files: .only(text))
        guard let manifest = reading.manifest, let org = manifest.orgs.first else {
            return details(reading.diagnostics)
        }
        let (resources, diagnostics) = manifest.declarations(for: org, variables: [:])
        guard !diagnostics.hasErrors,
            let declaration = resources.first(where: { $0.address == draft.address })
        else { return details(diagnostics) }
        var reasons: [String] = []
        for (path, declared, live) in compared(declaration, object) where declared != live {
            let name = object.kind.attribute(path.attribute)?.manifestName ?? path.attribute
            reasons.append("Its `\(name)` cannot be said in a manifest as it is.")
        }
        for (path, value) in declaration.values.sorted(by: { $0.key < $1.key }) {
            guard case .secret = value, let text = object.attributes[path]?.text else { continue }
            let isURL = object.kind.attribute(path.attribute)?.has(.endpointURL) == true
            if isURL, let problem = endpointURLProblem(text, policy: policy, isSecret: true) {
                reasons.append(problem.detail)
            } else if !HeaderRules.isValue(text) {
                reasons.append("The value of a header holds a control character.")
            }
        }
        return reasons
    }

    /// Every path of either side with both values, as the reader of a plan would compare them.
    private func compared(
        _ declaration: ResourceDeclaration, _ object: LiveObject
    ) -> [(path: AttributePath, declared: AttributeValue?, live: AttributeValue?)] {
        let paths = Set(declaration.values.keys).union(object.attributes.paths).sorted()
        return paths.map { path in
            let live = object.attributes[path]
            switch declaration.values[path] {
            // Where it is to be had is said; what it is cannot be known here.
            case .secret?: return (path, live, live)
            case .plain(.reference(let address))?:
                let isMeant = live?.text.flatMap { keys[$0] } == address
                return (path, isMeant ? live : nil, live)
            case .plain(let value)?:
                return (path, object.kind.same(path, value, live) ? live : value, live)
            case nil: return (path, nil, live)
            }
        }
    }

    private func details(_ diagnostics: [Diagnostic]) -> [String] {
        var details: [String] = []
        for diagnostic in diagnostics where diagnostic.severity == .error {
            if !details.contains(diagnostic.detail) { details.append(diagnostic.detail) }
        }
        return details.isEmpty ? ["It cannot be said in a manifest as it is."] : details
    }
}

extension ManifestFiles {
    /// One file, whatever its name.
    fileprivate static func only(_ text: String) -> ManifestFiles {
        ManifestFiles(
            read: { _ in .success(Array(text.utf8)) }, glob: { _ in .success([]) })
    }
}

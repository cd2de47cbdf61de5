import Kinds
import Vocabulary

extension ManifestDecoder {
    mutating func lifecycle(
        _ entry: YAMLEntry, of shape: KindShape
    ) -> ResourceDeclaration.Lifecycle {
        var lifecycle = ResourceDeclaration.Lifecycle()
        guard let fields = fields(entry.value, as: shape.lifecycle, at: entry.keyLocation) else {
            return lifecycle
        }
        lifecycle.preventDestroy = fields["prevent_destroy"].flatMap { boolean($0.value) } ?? false
        if let ignored = fields["ignore_changes"] {
            for item in list(ignored.value, of: "keys") ?? [] {
                lifecycle.ignoreChanges.formUnion(ignorablePaths(item, of: shape.kind))
            }
        }
        if let cutover = fields["cutover"] { checkCutover(cutover.value) }
        if let failure = fields["on_verification_failure"],
            let word = choice(failure.value, among: ["keep", "rollback"]),
            let choice = ResourceDeclaration.Lifecycle.OnVerificationFailure(rawValue: word)
        {
            lifecycle.onVerificationFailure = choice
        }
        return lifecycle
    }

    private mutating func ignorablePaths(_ node: YAMLNode, of kind: ResourceKind) -> Set<String> {
        guard let name = word(node, "a key of the resource") else { return [] }
        let paths = kind.ignorablePaths(named: name)
        if paths.isEmpty {
            let near = findings.nearest(to: name, among: kind.ignorableNames)
            findings.error(
                .unknownWord,
                "\(findings.quoted(name, at: node.location)) cannot be ignored. "
                    + (near.map { "Did you mean \(quoted($0))? " } ?? "")
                    + "The words are \(listed(kind.ignorableNames)).", at: node.location)
        }
        return paths
    }

    private mutating func checkCutover(_ node: YAMLNode) {
        if node.scalar?.text == "covered" {
            findings.error(
                .unsupportedCutover,
                "Covered cutovers are not supported yet. Use in_place, the default: the hook loses"
                    + " events from the change until Okta has verified it.", at: node.location)
        } else {
            _ = choice(node, among: ["in_place"])
        }
    }
}

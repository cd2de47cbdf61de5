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
        if let settle = fields["settle"] { checkDuration(settle.value) }
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

    /// Checks that a text is a duration: numbers with a unit each, such as `90s` or `1h30m`.
    private mutating func checkDuration(_ node: YAMLNode) {
        guard let text = word(node, "a duration such as 5m") else { return }
        var rest = text[...]
        var isDuration = !rest.isEmpty
        while isDuration, !rest.isEmpty {
            let digits = rest.prefix { "0123456789".contains($0) }
            rest = rest.dropFirst(digits.count)
            let unit = ["ms", "s", "m", "h"].first { rest.hasPrefix($0) }
            isDuration = (1...9).contains(digits.count) && unit != nil
            rest = rest.dropFirst(unit?.count ?? 0)
        }
        if !isDuration {
            findings.error(
                .invalidDuration,
                "\(findings.quoted(text, at: node.location)) is no duration. Write a number with its unit, ms, s, m or h, such"
                    + " as 90s or 5m.", at: node.location)
        }
    }
}

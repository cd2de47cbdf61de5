import Kinds
import Planning
import Vocabulary

/// The secrets that a plan takes on trust, and what makes them known; no lines when there is none.
struct UnseenText {
    let style: TextStyle

    /// More than these are counted, for a whole org may have been adopted.
    private static let mostNamed = 10

    /// - Parameter changes: those of the same plan, of which none writes any of these secrets.
    func lines(_ unseen: [UnseenSecrets], changes: [Change]) -> [String] {
        if unseen.isEmpty { return [] }
        let verified = Set(
            changes.filter { $0.steps.contains { $0.operation == .verify } }.map(\.address))
        let provable = unseen.filter(isProvable)
        let waiting = provable.filter { verified.contains($0.address) }
        let count = unseen.reduce(0) { $0 + $1.paths.count }
        let (it, what) = count == 1 ? ("it", "1 secret") : ("them", "\(count) secrets")
        var way = "\(what) unknown, since never seen: \(list(unseen, name)). "
        if waiting.count == unseen.count {
            way += "Verifying does not write \(it); prove \(it) once Okta has verified the hook:"
        } else {
            way += "The next write sets \(it)"
            if waiting.isEmpty {
                way += provable.isEmpty ? "." : "; or prove \(ones(provable, of: unseen, it)) now:"
            } else {
                way +=
                    "; or prove \(ones(provable, of: unseen, it)), once "
                    + list(waiting) { style.visible($0.address.description) }
                    + (waiting.count == 1 ? " is" : " are") + " verified:"
            }
        }
        return style.wrapped(way, indent: 0)
            + (provable.isEmpty
                ? [] : commandLines(["tenterhook adopt --prove-secret"], style: style))
    }

    private func list(_ unseen: [UnseenSecrets], _ words: (UnseenSecrets) -> String) -> String {
        var all = unseen.prefix(Self.mostNamed).map(words)
        if unseen.count > Self.mostNamed { all.append("\(unseen.count - Self.mostNamed) more") }
        return all.joined(separator: ", ")
    }

    /// `them`, or, where some can never be proven, of which kinds those are that can.
    private func ones(
        _ provable: [UnseenSecrets], of unseen: [UnseenSecrets], _ it: String
    ) -> String {
        if provable.count == unseen.count { return it }
        let kinds = Set(provable.map(\.address.kind))
        let nouns = KindRegistry.all.filter { kinds.contains($0.name) }.map { "\($0.noun)s" }
        return "those of " + nouns.joined(separator: " and ")
    }

    private func isProvable(_ secrets: UnseenSecrets) -> Bool {
        secrets.paths.contains { path in
            KindRegistry.kind(of: secrets.address)?.isProvable(path.attribute) == true
        }
    }

    private func name(_ secrets: UnseenSecrets) -> String {
        let kind = KindRegistry.kind(of: secrets.address)
        let labels = secrets.paths.map { AttributeRow.label($0, kind: kind) }
        return style.visible("\(secrets.address) (\(labels.joined(separator: ", ")))")
    }
}

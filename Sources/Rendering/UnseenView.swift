import Kinds
import Planning
import Vocabulary

/// The secrets that a plan takes on trust, and how to learn them.
struct UnseenView: Hashable {
    let words: String
    let commands: [String]

    /// More secrets than these are counted, because a whole org may have been adopted.
    private static let mostNamed = 10

    /// Nil if every secret is known. No change of the plan writes any of the others.
    init?(_ plan: Plan) {
        let unseen = plan.unseen
        if unseen.isEmpty { return nil }
        let verified = Set(
            plan.changes.filter { $0.steps.contains { $0.operation == .verify } }.map(\.address))
        let provable = unseen.filter(Self.isProvable)
        let waiting = provable.filter { verified.contains($0.address) }
        let count = unseen.reduce(0) { $0 + $1.paths.count }
        let (it, what) = count == 1 ? ("it", "1 secret") : ("them", "\(count) secrets")
        var words = "\(what) unknown, since never seen: \(Self.list(unseen, Self.name)). "
        if waiting.count == unseen.count {
            words += "Verifying does not write \(it); prove \(it) once Okta has verified the hook:"
        } else {
            words += "The next write sets \(it)"
            if waiting.isEmpty {
                words +=
                    provable.isEmpty
                    ? "." : "; or prove \(Self.ones(provable, of: unseen, it)) now:"
            } else {
                words +=
                    "; or prove \(Self.ones(provable, of: unseen, it)), once "
                    + Self.list(waiting) { $0.address.description }
                    + (waiting.count == 1 ? " is" : " are") + " verified:"
            }
        }
        self.words = words
        commands = provable.isEmpty ? [] : ["tenterhook adopt --prove-secret"]
    }

    private static func list(
        _ unseen: [UnseenSecrets], _ words: (UnseenSecrets) -> String
    ) -> String {
        var all = unseen.prefix(mostNamed).map(words)
        if unseen.count > mostNamed { all.append("\(unseen.count - mostNamed) more") }
        return all.joined(separator: ", ")
    }

    /// `them`, or the kinds whose secrets can be proven if others can't.
    private static func ones(
        _ provable: [UnseenSecrets], of unseen: [UnseenSecrets], _ it: String
    ) -> String {
        if provable.count == unseen.count { return it }
        let kinds = Set(provable.map(\.address.kind))
        let nouns = KindRegistry.all.filter { kinds.contains($0.name) }.map { "\($0.noun)s" }
        return "those of " + nouns.joined(separator: " and ")
    }

    private static func isProvable(_ secrets: UnseenSecrets) -> Bool {
        secrets.paths.contains { path in
            KindRegistry.kind(of: secrets.address)?.isProvable(path.attribute) == true
        }
    }

    private static func name(_ secrets: UnseenSecrets) -> String {
        let kind = KindRegistry.kind(of: secrets.address)
        let labels = secrets.paths.map { AttributeRow.label($0, kind: kind) }
        return "\(secrets.address) (\(labels.joined(separator: ", ")))"
    }
}

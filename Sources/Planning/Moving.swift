package import Kinds
package import State
package import Vocabulary

/// A state in which the resources of a manifest's `moved` stand under their new addresses.
package struct MovedSnapshot: Sendable {
    package var snapshot: Snapshot
    /// The old address by the new one.
    package var previous: [Address: Address] = [:]
    package var diagnostics: [Diagnostic] = []

    /// - Parameter targets: the addresses to look at, as they are now; empty for all. What is moved
    ///   elsewhere stays where it is.
    package init(_ snapshot: Snapshot, _ relocations: Relocations, targets: [Address] = []) {
        self.snapshot = snapshot
        let recorded = Set(snapshot.resources.keys).union(snapshot.intents.keys)
        for from in recorded.sorted() {
            guard let move = relocations.end(of: from) else { continue }
            if targets.contains(from) {
                diagnostics.append(Self.oldTarget(from, move))
            }
            guard targets.isEmpty || targets.contains(move.to) else { continue }
            if let other = previous[move.to] ?? (recorded.contains(move.to) ? move.to : nil) {
                diagnostics.append(Self.taken(from, move, by: other))
                continue
            }
            self.snapshot.apply([.move(from: from, to: move.to)])
            previous[move.to] = from
        }
    }

    private static func taken(
        _ from: Address, _ move: Relocations.Move, by other: Address
    ) -> Diagnostic {
        let what =
            other == move.to
            ? "and the state holds both, each with an object of its own"
            : "and so is `\(other)`, which the state holds too"
        return Diagnostic(
            .error, .movedOntoManaged,
            detail: "`\(from)` is to become `\(move.to)`, \(what). Decide which of the two stays: "
                + "forget the other one, and its object stays in the org, unmanaged:",
            at: move.location, commands: ["tenterhook state rm \(from)"])
    }

    private static func oldTarget(_ from: Address, _ move: Relocations.Move) -> Diagnostic {
        Diagnostic(
            .error, .movedTarget,
            detail: "`\(from)` is to become `\(move.to)`. Name it by its new address:",
            at: move.location, commands: ["--target \(move.to)"])
    }
}

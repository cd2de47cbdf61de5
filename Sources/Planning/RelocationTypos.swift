package import Kinds
package import State
package import Vocabulary

/// Entries of `moved` and `removed` that were probably mistyped: what they were to keep is deleted.
///
/// An entry that names nothing is no mistake by itself, for what it says may be past.
package struct RelocationTypos {
    private let plan: Plan
    private let relocations: Relocations
    private let known: Set<Address>

    /// - Parameter recorded: the state, moves included.
    package init(
        in plan: Plan, _ relocations: Relocations, desired: [DesiredResource], recorded: Snapshot
    ) {
        self.plan = plan
        self.relocations = relocations
        known = Set(desired.map(\.address)).union(recorded.resources.keys)
    }

    package var warnings: [Diagnostic] {
        guard plan.mode == .apply else { return [] }
        let deletes = plan.changes.filter { $0.action == .delete }
        return deletes.compactMap(movedToNothing)
            + relocations.removals.compactMap { removesNothing($0, deletes.map(\.address)) }
    }

    private func movedToNothing(_ change: Change) -> Diagnostic? {
        guard let from = change.previousAddress, let move = relocations.end(of: from) else {
            return nil
        }
        let meant = meant(by: change)
        return Diagnostic(
            .warning, .movedToNothing,
            detail: "`\(from)` is to become `\(move.to)`, which the manifest does not declare, so "
                + "that its object is deleted. "
                + (meant.map { "Did you mean `\($0)`?" }
                    ?? "Declare it under that key; or, if it is to go, remove this entry."),
            at: move.location)
    }

    /// What is created of its kind: under the same name, or with a key that is near.
    private func meant(by change: Change) -> Address? {
        let creates = plan.changes.filter {
            $0.action == .create && $0.address.kind == change.address.kind
        }
        let unique = KindRegistry.kind(of: change.address)?.uniqueAttribute
        let namesake = creates.first { create in
            unique.map { create.after[$0] != nil && create.after[$0] == change.before[$0] } ?? false
        }
        return namesake?.address
            ?? nearestAddress(to: change.address, among: creates.map(\.address))
    }

    private func removesNothing(
        _ removal: Relocations.Removal, _ deletes: [Address]
    ) -> Diagnostic? {
        guard !known.contains(removal.address),
            let near = nearestAddress(
                to: removal.address, among: deletes.filter { $0.kind == removal.address.kind })
        else { return nil }
        return Diagnostic(
            .warning, .removesNothing,
            detail: "`\(removal.address)` stands neither in the manifest nor in the state, while "
                + "`\(near)` is deleted. Did you mean `\(near)`?", at: removal.location)
    }
}

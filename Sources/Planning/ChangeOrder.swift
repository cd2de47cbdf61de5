import Kinds
import Vocabulary

/// Puts changes in an order that the org accepts: kinds by rank, deletes last and in reverse, but a
/// slot under the org's limit, or a unique name, is freed before it is needed.
struct ChangeOrder {
    let live: [LiveObject]
    let unmanaged: [LiveObject]
    let pairs: [ResourcePair]
    let policy: Policy

    func arrange(_ changes: inout [Change], diagnostics: inout [Diagnostic]) {
        let ranks = Dictionary(
            KindRegistry.all.map { ($0.name, $0.rank) }, uniquingKeysWith: { first, _ in first })
        let lastRank = ranks.values.max() ?? 0
        for index in changes.indices {
            let rank = ranks[changes[index].address.kind] ?? 0
            let isDelete = changes[index].action == .delete
            changes[index].stage = isDelete ? 2 * lastRank + 2 - rank : rank
        }
        for kind in KindRegistry.all {
            freeSlots(of: kind, in: &changes, diagnostics: &diagnostics)
            freeNames(of: kind, in: &changes, diagnostics: &diagnostics)
        }
        noteRings(in: changes, diagnostics: &diagnostics)
        pullForward(&changes)
        changes.sort { ($0.stage, $0.address) < ($1.stage, $1.address) }
    }

    /// What others wait for is done in their stage, not after it; and so is what that waits for.
    private func pullForward(_ changes: inout [Change]) {
        var isDone = false
        while !isDone {
            isDone = true
            let awaited = Dictionary(
                changes.flatMap { change in change.dependsOn.map { ($0, change.stage) } },
                uniquingKeysWith: min)
            for index in changes.indices {
                guard let stage = awaited[changes[index].address], stage < changes[index].stage
                else { continue }
                changes[index].stage = stage
                isDone = false
            }
        }
    }

    /// The k-th create beyond the free slots waits for the k-th delete.
    private func freeSlots(
        of kind: ResourceKind, in changes: inout [Change], diagnostics: inout [Diagnostic]
    ) {
        let held = live.count { $0.kind == kind }
        let limit = policy.value(of: kind.limit)
        let free = max(0, limit - held)
        let creates = changes.indices.filter {
            changes[$0].address.kind == kind.name && changes[$0].action == .create
        }
        let deletes = changes.filter { $0.address.kind == kind.name && $0.action == .delete }
            .map(\.address).sorted()
        for (position, index) in creates.enumerated() where position >= free {
            if position - free < deletes.count {
                changes[index].dependsOn.append(deletes[position - free])
            }
        }
        let missing = creates.count - free - deletes.count
        if !creates.isEmpty, missing > 0 {
            let strangers = unmanaged.count { $0.kind == kind }
            diagnostics.append(
                Diagnostic(
                    .error, .noFreeSlot,
                    detail: "An org holds at most \(limit) \(kind.noun)s; this one holds \(held)"
                        + (strangers > 0 ? ", \(strangers) of them unmanaged" : "")
                        + ", and the plan needs \(missing) more than fit. Delete some, or, if Okta "
                        + "has raised the limit for this org, say so in the manifest under "
                        + "`policy.limits.\(kind.limit.name)`."))
        }
    }

    /// A change that takes a name waits for the one that gives it up; a name that is not given up
    /// is an error, for Okta would refuse it.
    private func freeNames(
        of kind: ResourceKind, in changes: inout [Change], diagnostics: inout [Diagnostic]
    ) {
        guard let unique = kind.uniqueAttribute else { return }
        let owners = Dictionary(
            pairs.compactMap { pair in pair.live.map { ($0.id, pair.address) } },
            uniquingKeysWith: { first, _ in first })
        let holders = Dictionary(
            live.filter { $0.kind == kind }.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
        let released = Dictionary(
            changes.compactMap { change -> (Address, String)? in
                guard let old = change.before[unique]?.text, change.after[unique]?.text != old,
                    change.action != .forget
                else { return nil }
                return (change.address, old)
            }, uniquingKeysWith: { first, _ in first })
        for index in changes.indices where changes[index].address.kind == kind.name {
            let change = changes[index]
            guard let name = change.after[unique]?.text, change.before[unique]?.text != name,
                let holder = holders[name], holder.id != change.id
            else { continue }
            if let owner = owners[holder.id], released[owner] == name {
                // A delete that frees the slot may free the name as well.
                if !change.dependsOn.contains(owner) { changes[index].dependsOn.append(owner) }
                if change.action == .create,
                    let hint = renaming(of: owner, to: change.address, changes)
                {
                    diagnostics.append(hint)
                }
            } else {
                diagnostics.append(nameTaken(name, by: holder, kind, change.address, owners))
            }
        }
    }

    /// Notes changes that wait for each other, which no order can satisfy.
    private func noteRings(in changes: [Change], diagnostics: inout [Diagnostic]) {
        for ring in rings(in: changes) {
            let names = ring.map { "`\($0)`" }.joined(separator: ", ")
            let isSwap = Set(ring.map(\.kind)).count == 1
            diagnostics.append(
                isSwap
                    ? Diagnostic(
                        .error, .nameSwap,
                        detail: "\(names) take each other's names, and Okta keeps names unique at "
                            + "every moment. Give one of them another name, apply, then give it "
                            + "the name that you want.")
                    : Diagnostic(
                        .error, .circularOrder,
                        detail: "\(names): a new object needs the name or the place of an old one, "
                            + "which is in use until the new one is there. Give the new one "
                            + "another name, or delete something else first; apply, then go on."))
        }
    }

    /// A key that was renamed in the manifest looks like one object that goes and one that comes.
    private func renaming(of old: Address, to new: Address, _ changes: [Change]) -> Diagnostic? {
        // One that an entry of `moved` led there has another mistake, see `RelocationTypos`.
        guard changes.contains(where: { $0.address == old && $0.action == .delete }),
            pairs.first(where: { $0.address == old })?.previous == nil
        else { return nil }
        return Diagnostic(
            .warning, .looksRenamed,
            detail: "`\(old)` is deleted and `\(new)` is created under the same name. If they are "
                + "one and the same, say so under `moved`, or give it its new address now, and "
                + "nothing is deleted:",
            at: pairs.first { $0.address == new }?.desired?.location,
            commands: ["tenterhook state mv \(old) \(new)"])
    }

    private func nameTaken(
        _ name: String, by holder: LiveObject, _ kind: ResourceKind, _ address: Address,
        _ owners: [String: Address]
    ) -> Diagnostic {
        let location = pairs.first { $0.address == address }?.desired?.location
        if let owner = owners[holder.id] {
            return Diagnostic(
                .error, .nameTaken,
                detail: "`\(address)` wants the name \"\(name)\", which `\(owner)` has and keeps.",
                at: location)
        }
        return Diagnostic(
            .error, .nameInOrg,
            detail: "`\(address)` is to be named \"\(name)\", but the org has an unmanaged "
                + "\(kind.noun) of that name (id \(holder.id)), and names are unique. Give yours "
                + "another `name`, or, if it is the same one, take it over:",
            at: location, commands: ["tenterhook adopt \(address)"])
    }

    /// Addresses that wait for each other, whether directly or through others, each group once.
    private func rings(in changes: [Change]) -> [[Address]] {
        let edges = Dictionary(
            changes.map { ($0.address, $0.dependsOn) }, uniquingKeysWith: { first, _ in first })
        func reached(from start: Address) -> Set<Address> {
            var reached: Set<Address> = []
            var open = edges[start] ?? []
            while let next = open.popLast() {
                if reached.insert(next).inserted { open += edges[next] ?? [] }
            }
            return reached
        }
        let waiting = edges.filter { !$0.value.isEmpty }.keys
        let reach = Dictionary(uniqueKeysWithValues: waiting.map { ($0, reached(from: $0)) })
        var rings: Set<[Address]> = []
        for (address, others) in reach where others.contains(address) {
            rings.insert(others.filter { reach[$0]?.contains(address) == true }.sorted())
        }
        return rings.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

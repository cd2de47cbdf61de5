package import Kinds
package import StateFile
package import Vocabulary

extension Relocations {
    /// Warnings of entries that seem to be mistyped, so that something is deleted that was to stay.
    ///
    /// An entry whose address the state no longer holds is past and says nothing, unless it is
    /// near to one that is about to be deleted.
    package func doubts(recorded: Snapshot, desired: Set<Address>) -> [Diagnostic] {
        let dropped = recorded.resources.keys.filter {
            !desired.contains($0) && !removes($0) && end(of: $0) == nil
        }.sorted()
        let fresh = desired.filter { recorded.resources[$0] == nil }.sorted()
        func meant(_ address: Address, among known: [Address]) -> Address? {
            nearestAddress(to: address, among: known.filter { $0.kind == address.kind })
        }
        var doubts: [Diagnostic] = []
        for from in recorded.resources.keys.sorted() {
            guard let move = end(of: from), !desired.contains(move.to), !removes(move.to) else {
                continue
            }
            doubts.append(
                Diagnostic(
                    .warning, "moved-undeclared", "The new address is not declared",
                    detail: "`\(from)` is to become `\(move.to)`, which the manifest does not "
                        + "declare for this org, so that it is deleted."
                        + (meant(move.to, among: fresh).map { " Did you mean `\($0)`?" } ?? ""),
                    at: move.location))
        }
        let pastMoves = moves.filter {
            recorded.resources[$0.from] == nil && recorded.resources[$0.to] == nil
        }.map { ("moved", $0.from, $0.location) }
        let pastRemovals = removals.filter { recorded.resources[$0.address] == nil }
            .map { ("removed", $0.address, $0.location) }
        let past = (pastMoves + pastRemovals).filter { !desired.contains($0.1) }
        for (section, address, location) in past {
            guard let near = meant(address, among: dropped) else { continue }
            doubts.append(
                Diagnostic(
                    .warning, "\(section)-unknown", "The state does not hold this address",
                    detail: "`\(address)` stands neither in the state nor in the manifest, and "
                        + "`\(near)` is about to be deleted. Did you mean `\(near)`?",
                    at: location))
        }
        return doubts
    }
}

import Kinds
import Vocabulary

/// What a manifest's `moved` and `removed` must not say: each address goes one way, to an end, and
/// what has gone is not declared any more.
struct RelocationRules {
    let relocations: Relocations
    /// Where each resource is declared, for whatever org.
    let declared: [Address: SourceLocation]

    var breaches: [Diagnostic] {
        let moves = relocations.moves
        var breaches: [Diagnostic] = []
        for (index, move) in moves.enumerated() {
            let earlier = moves[..<index]
            if let breach = breach(of: move) {
                breaches.append(breach)
            } else if let first = earlier.first(where: { $0.from == move.from }) {
                breaches.append(
                    twice("\(quoted(move.from)) is moved twice", move.location, first.location))
            } else if let first = earlier.first(where: { $0.to == move.to }) {
                breaches.append(
                    twice("Two are moved to \(quoted(move.to))", move.location, first.location))
            } else if isInRing(move) {
                breaches.append(
                    Diagnostic(
                        .error, .circularMoves,
                        detail: "From \(quoted(move.to)) the moves lead back to"
                            + " \(quoted(move.from)), so that neither is the last address. Keep"
                            + " the moves that lead to the address that is declared.",
                        at: move.location))
            }
        }
        for (index, removal) in relocations.removals.enumerated() {
            let earlier = relocations.removals[..<index]
            if let first = earlier.first(where: { $0.address == removal.address }) {
                breaches.append(
                    twice(
                        "\(quoted(removal.address)) is removed twice", removal.location,
                        first.location))
            } else if let breach = breach(of: removal) {
                breaches.append(breach)
            }
        }
        return breaches
    }

    private func breach(of move: Relocations.Move) -> Diagnostic? {
        if move.from.kind != move.to.kind {
            return Diagnostic(
                .error, .movedToAnotherKind,
                detail: "\(quoted(move.from)) cannot become \(quoted(move.to)): an object of one"
                    + " kind is never one of another.", at: move.location)
        }
        if move.from == move.to {
            return Diagnostic(
                .error, .circularMoves,
                detail: "\(quoted(move.from)) is moved to itself. Remove the entry.",
                at: move.location)
        }
        return declared[move.from].map { place in
            Diagnostic(
                .error, .movedAndDeclared,
                detail: "\(quoted(move.from)) is moved to \(quoted(move.to)) and declared as well."
                    + " Give the declaration the new key, or remove the move.",
                at: move.location, related: [.init(place, "It is declared here.")])
        }
    }

    private func breach(of removal: Relocations.Removal) -> Diagnostic? {
        if let place = declared[removal.address] {
            return Diagnostic(
                .error, .removedAndDeclared,
                detail: "\(quoted(removal.address)) is removed and declared as well. Remove one of"
                    + " the two.", at: removal.location,
                related: [.init(place, "It is declared here.")])
        }
        return relocations.moves.first { $0.from == removal.address }.map { move in
            Diagnostic(
                .error, .movedAndRemoved,
                detail: "\(quoted(removal.address)) is removed, and moved to \(quoted(move.to))."
                    + " Remove one of the two entries, or say that the new address is removed.",
                at: removal.location, related: [.init(move.location, "It is moved here.")])
        }
    }

    private func isInRing(_ move: Relocations.Move) -> Bool {
        var address = move.to
        for _ in relocations.moves {
            if address == move.from { return true }
            guard let next = relocations.moves.first(where: { $0.from == address }) else { break }
            address = next.to
        }
        return false
    }

    private func twice(
        _ what: String, _ place: SourceLocation, _ first: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, .movedTwice,
            detail: "\(what), and only one of the two entries can hold. Remove the other.",
            at: place, related: [.init(first, "The first entry is here.")])
    }

    private func quoted(_ address: Address) -> String { "`\(address)`" }
}

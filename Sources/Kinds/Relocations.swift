package import Vocabulary

/// What a manifest says of addresses that it no longer declares: where they went, or that they are
/// to be forgotten. Free of contradictions; what the state no longer holds is past, and says nothing.
package struct Relocations: Hashable, Sendable {
    /// A resource that has another address now.
    package struct Move: Hashable, Sendable {
        package var from: Address
        package var to: Address
        package var location: SourceLocation

        package init(from: Address, to: Address, at location: SourceLocation) {
            self.from = from
            self.to = to
            self.location = location
        }
    }

    /// A resource that is no longer managed; its object stays in the org.
    package struct Removal: Hashable, Sendable {
        package var address: Address
        package var location: SourceLocation

        package init(_ address: Address, at location: SourceLocation) {
            self.address = address
            self.location = location
        }
    }

    package var moves: [Move]
    package var removals: [Removal]

    package init(moves: [Move] = [], removals: [Removal] = []) {
        self.moves = moves
        self.removals = removals
    }

    /// Where an address has gone in the end, over several moves if need be; nil when it has not.
    package func end(of address: Address) -> Move? {
        var reached: Move?
        var passed: Set<Address> = [address]
        while let next = moves.first(where: { $0.from == reached?.to ?? address }),
            passed.insert(next.to).inserted
        {
            reached = next
        }
        return reached
    }

    package func removes(_ address: Address) -> Bool {
        removals.contains { $0.address == address }
    }
}

import Kinds

extension Plan {
    /// The changes that take away an object without which people are stopped, in the plan's order:
    /// it is deactivated or deleted, if only to be made anew.
    ///
    /// - Parameter whereUsed: what uses the objects, where it was asked for: nobody is stopped by what
    ///   nothing refers to.
    package func stoppingChanges(_ whereUsed: WhereUsed? = nil) -> [Change] {
        changes.filter { $0.stopsPeople && whereUsed?.findings[$0.address] != .used(by: []) }
    }
}

extension Change {
    /// Whether people are stopped while it is carried out, where its object is in use.
    package var stopsPeople: Bool {
        takesAway && KindRegistry.kind(of: address)?.outage(of: before)?.isBlocking == true
    }
}

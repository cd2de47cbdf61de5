import Catalog
import Kinds
package import Planning

extension Plan {
    /// The changes that take away an object without which people are stopped, in the plan's order:
    /// it is deactivated or deleted, if only to be made anew.
    package var stoppingChanges: [Change] { changes.filter(\.stopsPeople) }
}

extension Change {
    /// Whether people are stopped while it is carried out, where its object is in use.
    package var stopsPeople: Bool {
        takesAway && KindRegistry.kind(of: address)?.outage(of: before)?.isBlocking == true
    }
}

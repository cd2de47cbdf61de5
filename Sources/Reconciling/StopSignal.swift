import Synchronization

/// Set once, when the run is asked to stop: what is under way is finished, nothing more is begun.
package final class StopSignal: Sendable {
    private let flag = Atomic<Bool>(false)

    package init() {}

    package var isSet: Bool { flag.load(ordering: .acquiring) }

    /// Whether this call was the one that set it.
    @discardableResult
    package func set() -> Bool { !flag.exchange(true, ordering: .acquiringAndReleasing) }
}

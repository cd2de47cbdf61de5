/// The world's facts that the logic needs, as values and functions, so that tests can give them.
package struct Surroundings: Sendable {
    /// The time now, RFC 3339 UTC with whole seconds.
    package var now: @Sendable () -> String
    /// A new lineage or lock id.
    package var newID: @Sendable () -> String
    /// Returns when so much time has gone by; throws when cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(
        now: @escaping @Sendable () -> String, newID: @escaping @Sendable () -> String,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.newID = newID
        self.sleep = sleep
    }
}

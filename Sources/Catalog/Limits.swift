package import Kinds

/// Okta's limits, each with its source and the day on which the source was read.
package enum Limits {
    /// The limits that the kinds declare, sorted by name. `policy.limits` overrides them.
    package static let ofKinds: [Limit] = {
        let declared = KindRegistry.all.flatMap { [$0.limit] + $0.attributes.compactMap(\.limit) }
        return Set(declared).sorted { $0.name < $1.name }
    }()

    /// The events that Okta delivers for an org in 24 hours.
    package static let eventsPerDay = Limit(
        "events_per_day", 400_000,
        source: "Okta developer documentation, event hook limits (100,000 and 200,000 before)",
        read: "2026-08-01")
    /// The days for which Okta keeps entries of the System Log.
    package static let logDays = Limit(
        "log_days", 90, source: "Okta developer documentation, System Log API", read: "2026-08-01")
    /// The days that `since` may lie in the past. Okta rejects a query that asks for more.
    package static let oldestLogDays = Limit(
        "oldest_log_days", 180, source: "Okta developer documentation, System Log API",
        read: "2026-08-01")
    /// The entries on one page of the System Log.
    package static let logPageEntries = Limit(
        "log_page_entries", 1000, source: "Okta OpenAPI document 2026.06.3, listLogEvents",
        read: "2026-06-30")
    /// The seconds that Okta waits for an endpoint.
    package static let endpointSeconds = Limit(
        "endpoint_seconds", 3,
        source: "Okta OpenAPI document 2026.06.3, verifyEventHook and executeInlineHook",
        read: "2026-06-30")
    /// The size of an inline hook's response; Okta accepts only smaller ones.
    package static let answerBytes = Limit(
        "answer_bytes", 256 * 1024,
        source: "Okta OpenAPI document 2026.06.3, inline hook responses", read: "2026-06-30")

    /// Every limit, sorted by name.
    package static let all: [Limit] =
        (ofKinds + [
            eventsPerDay, logDays, oldestLogDays, logPageEntries, endpointSeconds, answerBytes,
        ]).sorted { $0.name < $1.name }
}

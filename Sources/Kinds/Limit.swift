/// A limit that Okta sets and may change: a figure with its source and the day it was read.
package struct Limit: Hashable, Sendable {
    /// The limit's name. `policy.limits` in a manifest overrides a kind's limits by it.
    package let name: String
    package let value: Int
    package let source: String
    /// The day on which the source was read, `YYYY-MM-DD`.
    package let date: String

    package init(_ name: String, _ value: Int, source: String, read date: String) {
        self.name = name
        self.value = value
        self.source = source
        self.date = date
    }
}

/// Limits that several kinds share. A kind declares its own limits in its own file.
extension Limit {
    package static let nameLength = Limit(
        "name_length", 255, source: "Okta OpenAPI document 2026.06.3, EventHook.name",
        read: "2026-06-30")
    package static let urlLength = Limit(
        "url_length", 1024, source: "Okta developer documentation, event hook setup",
        read: "2026-08-01")
}

/// A limit that Okta sets and may change: a figure with its source and the day it was read.
package struct Limit: Hashable, Sendable {
    /// The name by which `policy.limits` in a manifest overrides it.
    package let name: String
    package let value: Int
    package let source: String
    /// `YYYY-MM-DD`.
    package let date: String
}

extension Limit {
    private static let limitsPage =
        "Okta developer documentation, event hook limits (older copies say 10)"

    package static let eventHooks = Limit(
        name: "event_hooks", value: 25, source: limitsPage, date: "2026-08-01")
    /// The documentation says 100 and the OpenAPI document 50, each of all types together. The
    /// higher one is taken: an org that allows fewer refuses the create, and nothing is lost.
    package static let inlineHooks = Limit(
        name: "inline_hooks", value: 100,
        source:
            "Okta developer documentation, inline hook limits (Okta's OpenAPI document says 50)",
        date: "2026-08-01")
    package static let hookKeys = Limit(
        name: "hook_keys", value: 50, source: "Okta OpenAPI document 2026.06.3, HookKey",
        date: "2026-06-30")
    package static let eventTypesPerHook = Limit(
        name: "event_types", value: 300, source: limitsPage, date: "2026-08-01")
    package static let nameLength = Limit(
        name: "name_length", value: 255,
        source: "Okta OpenAPI document 2026.06.3, EventHook.name", date: "2026-06-30")
    package static let urlLength = Limit(
        name: "url_length", value: 1024,
        source: "Okta developer documentation, event hook setup", date: "2026-08-01")

    package static let all: [Limit] = [
        .eventHooks, .inlineHooks, .hookKeys, .eventTypesPerHook, .nameLength, .urlLength,
    ]
}

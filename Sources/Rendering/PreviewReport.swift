package import JSON
package import Kinds

/// Where the event of a preview is from.
package enum PreviewedEvent: Hashable, Sendable {
    /// Made up; where it is not by request, the reason as a sentence.
    case sample(String?)
    /// The latest of its type in the org's log.
    case latest
    /// The one of the org's log with this uuid.
    case logged
    case file(String, isAlone: Bool)

    /// In one word, for programs.
    var word: String {
        switch self {
        case .sample: "sample"
        case .latest, .logged: "log"
        case .file: "file"
        }
    }
}

/// Which event is previewed, and whether Okta would send it.
package struct PreviewReport: Sendable {
    package let event: JSONValue
    package let source: PreviewedEvent
    package let outcome: FilterOutcome
    /// Whether the hook is to be active.
    package let isActive: Bool

    package init(
        event: JSONValue, source: PreviewedEvent, outcome: FilterOutcome, isActive: Bool
    ) {
        self.event = event
        self.source = source
        self.outcome = outcome
        self.isActive = isActive
    }

    /// True if Okta would send it; nil where nobody knows.
    package var isDelivered: Bool? { isActive ? outcome.isDelivered : false }

    var eventType: String { event["eventType"]?.string ?? "" }
}

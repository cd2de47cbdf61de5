import Catalog
import Kinds
import Vocabulary

/// What is to be said of the event types to which a hook subscribes.
enum EventTypeRules {
    /// The names of the types a hook may subscribe to, for "did you mean".
    private static let eligible = EventTypes.all.filter(\.isEligible).map(\.name)

    /// Notes what is to be said of one event type; the catalogue moves, so nothing is an error.
    static func check(_ name: String, at location: SourceLocation, findings: inout Findings) {
        guard let type = EventTypes.named(name) else {
            // Names of another length cannot be near; leaving them out saves most of the work.
            let alike = eligible.filter {
                abs($0.utf8.count - name.utf8.count) <= name.utf8.count / 3
            }
            let near = findings.nearest(to: name, among: alike)
            return findings.warning(
                .unknownEventType,
                "\(findings.quoted(name, at: location)) is not in Okta's catalogue of release \(EventTypes.release)."
                    + (near.map { " Did you mean \(quoted($0))?" }
                        ?? " If it is newer than that, all is well; if not, Okta refuses the hook."),
                at: location)
        }
        guard type.isEligible else {
            return findings.warning(
                .ineligibleEventType,
                "\(quoted(name)) is in Okta's catalogue of release \(EventTypes.release) as"
                    + " not eligible for event hooks. Okta will most likely refuse the hook.",
                at: location)
        }
        switch type.status {
        case .published: break
        case .beta:
            findings.warning(
                .betaEventType,
                "\(quoted(name)) is in beta: orgs without the feature refuse it, and it may"
                    + " change.", at: location)
        case .internal:
            findings.warning(
                .internalEventType,
                "\(quoted(name)) is internal to Okta: it may be refused, and may change"
                    + " without notice.", at: location)
        }
    }
}

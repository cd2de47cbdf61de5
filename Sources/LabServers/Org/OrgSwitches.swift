/// What no source tells about Okta, to be tried either way.
///
/// The defaults are the answers a careful client has to be ready for.
package struct OrgSwitches: Sendable {
    /// What makes a PUT ask for a new verification. Recorded only for a changed uri.
    package enum Reset: String, Sendable, CaseIterable {
        case uri
        /// The uri, a header, the auth header's name or its value.
        case channel
        /// Every PUT, even one that changes nothing.
        case always
    }

    /// What a PUT does whose `authScheme` has no `value`, or whose OAuth client has no secret.
    package enum OmittedSecret: String, Sendable, CaseIterable {
        case keep
        /// The auth header or client stays named, and its secret is no longer sent.
        case clear
        case refuse
    }

    /// What counts against the maximum of event hooks.
    package enum Counted: String, Sendable, CaseIterable {
        case all
        case active
    }

    package enum Permission: String, Sendable, CaseIterable {
        case accept
        case refuse
    }

    /// Filters of event hooks, which an org has to switch on.
    package enum Filters: String, Sendable, CaseIterable {
        case on
        /// They are off, and a hook with one is refused as without the feature.
        case refuse
        /// They are off, and of a hook with one the rest is taken.
        case ignore
    }

    package var resetOn = Reset.channel
    package var secretOmitted = OmittedSecret.refuse
    /// The status of the refusal to delete an active hook.
    package var deleteActiveStatus = 400
    /// Activating what is active, deactivating what is not.
    package var repeatedLifecycle = Permission.accept
    /// Event types that are not in `eventTypes`; without a list, those that do not look like one.
    package var unknownEvents = Permission.accept
    package var filters = Filters.on
    /// Filters that cannot be read, or are for an event type the hook does not ask for.
    package var unknownFilters = Permission.refuse
    package var limitCounts = Counted.all
    /// The event types the org knows; empty: all that look like one.
    package var eventTypes: Set<String> = []

    package init() {}
}

/// A list of the org in which something may refer to an object by its id.
package enum UseList: String, CaseIterable, Hashable, Sendable {
    /// The rules of the policies of authorization servers.
    case authorizationServerRules = "authorization_server_rules"
    case applications
    /// The rules of profile enrolment policies.
    case profileEnrollmentRules = "profile_enrollment_rules"

    /// Okta's OAuth scope for reading it.
    package var scope: String {
        switch self {
        case .authorizationServerRules: "okta.authorizationServers.read"
        case .applications: "okta.apps.read"
        case .profileEnrollmentRules: "okta.policies.read"
        }
    }
}

/// Something in the org that refers to an object by its id.
package struct ObjectUse: Hashable, Sendable {
    /// A thing in words: `rule` and its name.
    package struct Part: Hashable, Sendable {
        package let noun: String
        package let name: String
        package let id: String

        package init(_ noun: String, name: String, id: String) {
            self.noun = noun
            self.name = name
            self.id = id
        }
    }

    /// The object that is referred to.
    package let object: String
    /// What refers to it, then what that is part of, and so on.
    package let parts: [Part]
    /// Whether what refers to it is switched on itself.
    package let isActive: Bool

    package init(object: String, parts: [Part], isActive: Bool) {
        self.object = object
        self.parts = parts
        self.isActive = isActive
    }
}

extension ObjectUse: Comparable {
    package static func < (a: ObjectUse, b: ObjectUse) -> Bool {
        a.order.lexicographicallyPrecedes(b.order)
    }

    /// From the outermost thing to the innermost, then by ids.
    private var order: [String] {
        parts.reversed().flatMap { [$0.noun, $0.name, $0.id] } + [object]
    }
}

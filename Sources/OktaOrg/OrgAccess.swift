import Kinds

/// What a command does to an org, so that an access token is asked for no more than that.
///
/// A new use is one line here and one in `scopes`.
package struct OrgAccess: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Hooks and keys are read. It is always part of what a command does.
    package static let read: OrgAccess = []
    /// They are changed as well.
    package static let manage = OrgAccess(rawValue: 1 << 0)
    /// The System Log is read.
    package static let logs = OrgAccess(rawValue: 1 << 1)

    /// The scopes beside those of kinds.
    var scopes: Set<String> { contains(.logs) ? [OktaClient.logScope] : [] }

    /// What is asked for where a request does not say what it needs.
    static let leastScopes = Set(KindRegistry.all.map(\.readScope))

    /// The scopes for objects of a kind. Whether Okta takes the right to manage for the right to read
    /// is said nowhere, so both are asked for.
    func scopes(for kind: ResourceKind) -> Set<String> {
        contains(.manage) ? [kind.readScope, kind.manageScope] : [kind.readScope]
    }
}

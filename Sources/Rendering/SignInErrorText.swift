import Ports
import Vocabulary

/// A refusal of who we are, or of what we may do, in plain words and with where to mend it.
///
/// - Parameter role: what the admin role that it takes is good for, as the end of a clause.
func describeRefusedAccess(
    _ answer: OktaAnswer, role: String = "covers hooks"
) -> Diagnostic {
    if !answer.missingScopes.isEmpty {
        let scopes = answer.missingScopes.sorted().joined(separator: ", ")
        return Diagnostic(
            .error, answer.missingScopes.count == 1 ? .scopeMissing : .scopesMissing,
            notes: [
                "Missing: \(scopes)",
                "Grant it in the Admin Console: Applications > your app > Okta API Scopes. The "
                    + "app needs an admin role that \(role) as well.",
            ] + said(answer))
    }
    if let code = answer.errorCode, let known = signInErrors[code] {
        return Diagnostic(.error, known.rule, notes: said(answer) + known.advice)
    }
    if answer.errorCode == "E0000015" {
        return Diagnostic(
            .error, .featureMissing,
            notes: said(answer) + [
                "Filters of event hooks, for one, are an Early Access feature, to be turned on in "
                    + "the Admin Console: Settings > Features."
            ])
    }
    if answer.status == 401 {
        return Diagnostic(
            .error, .credentialsRejected,
            notes: said(answer) + [
                "The token may be mistyped, expired or revoked, or belong to another org."
            ])
    }
    if answer.status != 403 {
        return Diagnostic(.error, .tokenRejected, notes: said(answer))
    }
    return Diagnostic(
        .error, .notPermitted,
        notes: said(answer) + [
            "The admin role behind the credentials does not cover it. A super administrator, or a "
                + "custom role for event hooks and inline hooks, does: Security > Administrators."
        ])
}

/// What the token endpoint's errors mean to people, by OAuth's codes (RFC 6749, 9449).
private let signInErrors: [String: (rule: Rule, advice: [String])] = [
    "invalid_client": (
        .appSignInRejected,
        [
            "The client id may be mistyped or of another org, the app may be inactive, or the "
                + "private key is not one whose public half the app has. A key id, where one is "
                + "given, must be that key's: Applications > your app > General > Public keys."
        ]
    ),
    "unauthorized_client": (
        .appNotAuthorized,
        ["It must be an API Services app, whose grant type is Client Credentials."]
    ),
    "access_denied": (
        .networkDenied,
        ["A network zone or a policy of the org keeps this address out."]
    ),
    "invalid_dpop_proof": (
        .dpopRejected,
        [
            "Does the app require DPoP, and `dpop` says false? Set it to true, or leave it out. "
                + "Otherwise this machine's clock may be off."
        ]
    ),
    "unbound_token": (
        .dpopMissing,
        ["Leave `dpop` out, or set it to false, if the org does not know DPoP."]
    ),
]

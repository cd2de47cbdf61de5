import Ports

/// A refusal of who we are, or of what we may do, in plain words and with where to mend it.
///
/// - Parameter role: what the admin role that it takes is good for, as the end of a clause.
func describeRefusedAccess(
    _ answer: OktaAnswer, role: String = "covers hooks"
) -> Explanation {
    if !answer.missingScopes.isEmpty {
        let scopes = answer.missingScopes.sorted().joined(separator: ", ")
        return Explanation(
            answer.missingScopes.count == 1
                ? "The access token lacks a scope." : "The access token lacks scopes.",
            [
                "Missing: \(scopes)",
                "Grant it in the Admin Console: Applications > your app > Okta API Scopes. The "
                    + "app needs an admin role that \(role) as well.",
            ] + said(answer))
    }
    if let code = answer.errorCode, let known = signInErrors[code] {
        return Explanation(known.summary, said(answer) + known.advice)
    }
    if answer.errorCode == "E0000015" {
        return Explanation(
            "The org does not have this feature.",
            said(answer) + [
                "Filters of event hooks, for one, are an Early Access feature, to be turned on in "
                    + "the Admin Console: Settings > Features."
            ])
    }
    if answer.status == 401 {
        return Explanation(
            "Okta does not accept the credentials.",
            said(answer) + [
                "The token may be mistyped, expired or revoked, or belong to another org."
            ])
    }
    if answer.status != 403 {
        return Explanation("Okta gives the app no access token.", said(answer))
    }
    return Explanation(
        "Okta does not permit this.",
        said(answer) + [
            "The admin role behind the credentials does not cover it. A super administrator, or a "
                + "custom role for event hooks and inline hooks, does: Security > Administrators."
        ])
}

/// What the token endpoint's errors mean to people, by OAuth's codes (RFC 6749, 9449).
private let signInErrors: [String: (summary: String, advice: [String])] = [
    "invalid_client": (
        "Okta does not accept the app's sign-in.",
        [
            "The client id may be mistyped or of another org, the app may be inactive, or the "
                + "private key is not one whose public half the app has. A key id, where one is "
                + "given, must be that key's: Applications > your app > General > Public keys."
        ]
    ),
    "unauthorized_client": (
        "The app may not sign in by itself.",
        ["It must be an API Services app, whose grant type is Client Credentials."]
    ),
    "access_denied": (
        "Okta does not let the app in from here.",
        ["A network zone or a policy of the org keeps this address out."]
    ),
    "invalid_dpop_proof": (
        "Okta does not accept the proof of possession.",
        [
            "Does the app require DPoP, and `dpop` says false? Set it to true, or leave it out. "
                + "Otherwise this machine's clock may be off."
        ]
    ),
    "unbound_token": (
        "Okta gave a token without a proof of possession.",
        ["Leave `dpop` out, or set it to false, if the org does not know DPoP."]
    ),
]

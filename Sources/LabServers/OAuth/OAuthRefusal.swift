/// An answer of OAuth's error shape, as the token endpoint gives it.
struct OAuthRefusal: Error, Sendable {
    let status: Int
    let code: String
    let description: String
    /// The nonce that the next proof has to carry.
    var nonce: String?

    var answer: LabAnswer {
        var answer = LabAnswer.json(
            ["error": .string(code), "error_description": .string(description)], status: status)
        answer.headers.append(HeaderField("Cache-Control", "no-cache, no-store"))
        if let nonce { answer.headers.append(HeaderField("dpop-nonce", nonce)) }
        return answer
    }

    static func invalidRequest(_ description: String) -> OAuthRefusal {
        OAuthRefusal(status: 400, code: "invalid_request", description: description)
    }

    static func invalidClient(_ description: String) -> OAuthRefusal {
        OAuthRefusal(status: 401, code: "invalid_client", description: description)
    }

    static func invalidProof(_ description: String) -> OAuthRefusal {
        OAuthRefusal(status: 400, code: "invalid_dpop_proof", description: description)
    }

    static let unsupportedGrant = OAuthRefusal(
        status: 400, code: "unsupported_grant_type",
        description: "The authorization grant type is not supported by the authorization server.")

    static let invalidScope = OAuthRefusal(
        status: 400, code: "invalid_scope",
        description: "One or more scopes are not configured for the authorization server resource."
    )

    static func nonceWanted(_ nonce: String) -> OAuthRefusal {
        OAuthRefusal(
            status: 400, code: "use_dpop_nonce",
            description: "Authorization server requires nonce in DPoP proof.", nonce: nonce)
    }
}

/// A refused access token, as the API gives it: the header says more than the body.
struct TokenRefusal: Error, Sendable {
    let status: Int
    let scheme: String
    let code: String
    let description: String
    var scope: String?
    var nonce: String?

    /// Okta answers a missing scope without a body.
    var answer: LabAnswer {
        var answer =
            status == 403 ? LabAnswer(status: 403) : OktaError.invalidToken.answer
        var words =
            #"\#(scheme) error="\#(code)", error_description="\#(description)""#
        if let scope { words += #", scope="\#(scope)""# }
        answer.headers.append(HeaderField("WWW-Authenticate", words))
        if let nonce { answer.headers.append(HeaderField("dpop-nonce", nonce)) }
        return answer
    }

    static func invalid(_ scheme: String) -> TokenRefusal {
        TokenRefusal(
            status: 401, scheme: scheme, code: "invalid_token",
            description: "The access token is invalid.")
    }

    static func proof(_ description: String) -> TokenRefusal {
        TokenRefusal(
            status: 401, scheme: "DPoP", code: "invalid_dpop_proof", description: description)
    }

    static func nonce(_ nonce: String) -> TokenRefusal {
        TokenRefusal(
            status: 401, scheme: "DPoP", code: "use_dpop_nonce",
            description: "Resource server requires nonce in DPoP proof.", nonce: nonce)
    }

    static func scope(_ scope: String, _ scheme: String) -> TokenRefusal {
        TokenRefusal(
            status: 403, scheme: scheme, code: "insufficient_scope",
            description: "The access token provided does not contain the required scopes.",
            scope: scope)
    }
}

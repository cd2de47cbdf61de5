import Foundation

/// A request for a token by a service app, read and its assertion checked.
struct TokenForm: Sendable {
    let scopes: Set<String>
    let assertion: SignedJSON

    /// When the assertion ends.
    var expiry: Timestamp {
        Timestamp(milliseconds: (assertion.claims["exp"]?.integer ?? 0) * 1000)
    }

    /// The longest that an assertion may still be good for, in seconds.
    static let mostAhead = 3600

    init(_ request: LabRequest) throws(OAuthRefusal) {
        let body = LabRequest(
            method: "", path: "", query: String(decoding: request.body, as: UTF8.self),
            headers: [], body: [], authority: "")
        func value(_ name: String) -> String? { body.parameters.first { $0.name == name }?.value }
        guard let grant = value("grant_type") else {
            throw .invalidRequest("The 'grant_type' parameter is missing.")
        }
        guard grant == "client_credentials" else { throw .unsupportedGrant }
        guard
            value("client_assertion_type")
                == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            let text = value("client_assertion")
        else {
            throw .invalidClient(
                "A client_assertion of the type jwt-bearer is the only way to get okta scopes.")
        }
        guard let assertion = SignedJSON(text) else {
            throw .invalidClient("The client_assertion token is malformed.")
        }
        self.assertion = assertion
        scopes = Set((value("scope") ?? "").split(separator: " ").map(String.init))
    }

    /// The client that has proven to be itself.
    func client(
        among clients: OAuthClients, tokenURL: String, now: Timestamp
    ) throws(OAuthRefusal) -> OAuthClient {
        let claims = assertion.claims
        guard let id = claims["iss"]?.text, id == claims["sub"]?.text else {
            throw .invalidClient(
                "The client_assertion token must have the client id as 'iss' and as 'sub'.")
        }
        guard let client = clients[id], client.isActive else {
            throw .invalidClient("The client_assertion's issuer is no active client.")
        }
        let kid = assertion.header["kid"]?.text
        let keys = kid == nil && client.keys.count == 1 ? client.keys : client.keys(named: kid)
        guard let key = keys.first?.key else {
            throw .invalidClient(
                "The client_assertion's 'kid' names no key that is registered with the client.")
        }
        guard assertion.isSigned(by: key) else {
            throw .invalidClient("The client_assertion signature is invalid.")
        }
        guard claims["aud"]?.text == tokenURL else {
            throw .invalidClient("The client_assertion's 'aud' must be the token endpoint's URL.")
        }
        guard let end = claims["exp"]?.integer else {
            throw .invalidClient("The client_assertion token has no 'exp'.")
        }
        let seconds = now.milliseconds / 1000
        guard end > seconds else {
            throw .invalidClient("The client_assertion token is expired.")
        }
        guard end <= seconds + Self.mostAhead else {
            throw .invalidClient("The client_assertion's 'exp' is more than an hour ahead.")
        }
        return client
    }
}

extension OAuthClient {
    fileprivate func keys(named id: String?) -> [(id: String?, key: PublicKey, jwk: LabJSON)] {
        keys.filter { $0.id != nil && $0.id == id }
    }
}

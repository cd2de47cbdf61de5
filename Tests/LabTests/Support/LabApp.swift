import Cryptography
import Foundation
import LabServers

/// A service app that is registered with an org of the lab, and signs what a test wants signed.
struct LabApp: Sendable {
    static let id = "0oaTests"
    let org: LabClient
    let key: SigningKey

    /// Registers the app.
    ///
    /// - Parameter settings: laid over what is sent to `/lab/clients`.
    init(_ org: LabClient, _ settings: LabJSON = [:], key: SigningKey? = nil) async throws {
        self.org = org
        self.key = try key ?? SigningKey.makeP256()
        var body: LabJSON = [
            "client_id": .string(Self.id), "jwks": ["keys": [try Self.jwk(self.key, kid: "k1")]],
        ]
        for member in settings.members ?? [] { body[member.key] = member.value }
        let reply = try await org.lab("POST", "clients", body)
        guard reply.status == 201 else { throw Refused(text: reply.raw.text) }
    }

    struct Refused: Error { let text: String }

    static func jwk(_ key: SigningKey, kid: String?) throws -> LabJSON {
        var jwk: LabJSON = [:]
        for member in try key.publicKeyMembers() { jwk[member.name] = .string(member.value) }
        if let kid { jwk["kid"] = .string(kid) }
        return jwk
    }

    static func signed(_ header: LabJSON, _ claims: LabJSON, by key: SigningKey) throws -> String {
        let parts = [header, claims].map { base64URL(Array($0.compact.utf8)) }
        let text = parts.joined(separator: ".")
        return text + "." + base64URL(try key.sign(Array(text.utf8)))
    }

    var now: Int { Int(Date().timeIntervalSince1970) }
    var url: String { "http://127.0.0.1:\(org.port)/oauth2/v1/token" }

    /// An assertion with all that it needs; a null in what is laid over it takes a member away.
    func assertion(
        _ header: LabJSON = [:], _ claims: LabJSON = [:], by signer: SigningKey? = nil
    ) throws -> String {
        try Self.signed(
            Self.over(["alg": "ES256", "kid": "k1", "typ": "JWT"], header),
            Self.over(
                [
                    "iss": .string(Self.id), "sub": .string(Self.id), "aud": .string(url),
                    "exp": LabJSON(now + 300), "jti": .string(UUID().uuidString),
                ], claims), by: signer ?? key)
    }

    /// A proof of possession for one request.
    func proof(
        _ header: LabJSON = [:], _ claims: LabJSON = [:], method: String = "POST",
        url: String? = nil, by prover: SigningKey
    ) throws -> String {
        try Self.signed(
            Self.over(
                ["alg": "ES256", "typ": "dpop+jwt", "jwk": try Self.jwk(prover, kid: nil)],
                header),
            Self.over(
                [
                    "htm": .string(method), "htu": .string(url ?? self.url),
                    "iat": LabJSON(now), "jti": .string(UUID().uuidString),
                ], claims), by: prover)
    }

    /// Asks for a token; a nil takes a field of the form away.
    func ask(
        _ assertion: String, _ fields: [String: String?] = [:], proof: String? = nil,
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> LabClient.Reply {
        var form: [String: String?] = [
            "grant_type": "client_credentials", "scope": "okta.eventHooks.read",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": assertion,
        ]
        for (name, value) in fields { form[name] = value }
        let text = form.compactMap { name, value in value.map { "\(name)=\($0)" } }
            .sorted().joined(separator: "&")
        var headers = [("Content-Type", type)]
        if let proof { headers.append(("DPoP", proof)) }
        return try await org.send("POST", "/oauth2/v1/token", Array(text.utf8), headers: headers)
    }

    /// A token for some scopes, separated by `+`.
    func token(_ scopes: String = "okta.eventHooks.read", proof: String? = nil) async throws
        -> String
    {
        let reply = try await ask(try assertion(), ["scope": scopes], proof: proof)
        guard let token = reply.json["access_token"]?.text else {
            throw Refused(text: reply.raw.text)
        }
        return token
    }

    private static func over(_ base: LabJSON, _ changes: LabJSON) -> LabJSON {
        var result = base
        for member in changes.members ?? [] {
            result[member.key] = member.value.isNull ? nil : member.value
        }
        return result
    }
}

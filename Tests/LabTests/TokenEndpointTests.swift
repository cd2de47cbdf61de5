import Cryptography
import Foundation
import LabServers
import Testing

/// `POST /oauth2/v1/token`: what is given, and everything that is refused.
@Suite struct TokenEndpointTests {
    @Test("a rightly signed assertion gets a token for its scopes")
    func token() async throws {
        try await withOrg { org in
            let app = try await LabApp(org)
            let reply = try await app.ask(
                try app.assertion(), ["scope": "okta.eventHooks.read+okta.logs.read"])
            #expect(reply.status == 200)
            #expect(reply.json["token_type"] == "Bearer")
            #expect(reply.json["expires_in"] == 3600)
            #expect(reply.json["scope"] == "okta.eventHooks.read okta.logs.read")
            #expect(reply.json["access_token"]?.text?.split(separator: ".").count == 3)
            let record = try await org.lab("GET", "requests").json
            #expect(record["routes"] == ["POST /oauth2/v1/token": 1])
        }
    }

    /// How an assertion is wrong, and what the refusal's words hold.
    private static let mistakes: [(header: LabJSON, claims: LabJSON, words: String)] = [
        (["kid": "k2"], [:], "kid"), (["alg": "ES384"], [:], "signature"),
        (["alg": "RS256"], [:], "signature"), (["alg": "none"], [:], "signature"),
        ([:], ["iss": "0oaOther"], "iss"), ([:], ["sub": "0oaOther"], "iss"),
        ([:], ["iss": "0oaOther", "sub": "0oaOther"], "no active client"),
        ([:], ["iss": .null], "iss"), ([:], ["aud": "https://acme.okta.com"], "aud"),
        ([:], ["aud": .null], "aud"), ([:], ["exp": .null], "exp"),
        ([:], ["exp": 1], "expired"), ([:], ["exp": 99_999_999_999], "hour"),
        ([:], ["exp": "soon"], "exp"),
    ]

    @Test("an assertion that is wrong in any one way gets none", arguments: mistakes.indices)
    func wrongAssertion(_ index: Int) async throws {
        let mistake = Self.mistakes[index]
        try await withOrg { org in
            let app = try await LabApp(org)
            let reply = try await app.ask(try app.assertion(mistake.header, mistake.claims))
            #expect(reply.status == 401)
            #expect(reply.json["error"] == "invalid_client")
            let words = reply.json["error_description"]?.text ?? ""
            #expect(words.contains(mistake.words), "\(words)")
        }
    }

    @Test("a signature of another key, or a changed one, is no signature")
    func signatures() async throws {
        try await withOrg { org in
            let app = try await LabApp(org)
            let other = try app.assertion(by: try SigningKey.makeP256())
            let good = try app.assertion()
            let parts = good.split(separator: ".").map(String.init)
            let claims = base64URL(Array(#"{"iss":"0oaTests","sub":"0oaTests"}"#.utf8))
            let changed = "\(parts[0]).\(claims).\(parts[2])"
            for text in [
                other, changed, "\(parts[0]).\(parts[1]).", "\(good)A", "a.b", "", "a.b.c",
            ] {
                let reply = try await app.ask(text)
                #expect(reply.status == 401, "\(text)")
                #expect(reply.json["error"] == "invalid_client")
            }
            #expect(try await app.ask(good).status == 200)
            #expect(try await app.ask(good).status == 401, "its jti was used")
        }
    }

    /// Signatures of the other kinds of keys, which OpenSSL's own program makes.
    @Test(
        "every kind of key that Okta takes is verified",
        arguments: [
            (["RSA", "rsa_keygen_bits:2048"], "RS256"),
            (["EC", "ec_paramgen_curve:P-384"], "ES384"),
            (["EC", "ec_paramgen_curve:P-521"], "ES512"),
        ])
    func kinds(_ options: [String], _ algorithm: String) async throws {
        let key = try SigningKey.reading(
            pem: try await opensslKey(options[0], options[1]), now: 0)
        try await withOrg { org in
            let app = try await LabApp(org, key: key)
            let header: LabJSON = ["alg": .string(algorithm)]
            // Numbers with a zero in front are where the forms of EC signatures differ.
            for _ in 0..<40 {
                #expect(try await app.ask(try app.assertion(header)).status == 200)
            }
            let other = try await LabApp(org)
            #expect(try await other.ask(try app.assertion(header)).status == 401)
        }
    }

    private func opensslKey(_ kind: String, _ option: String) async throws -> [UInt8] {
        // It blocks, hence a thread of its own.
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let process = Process()
                        let output = Pipe()
                        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
                        process.arguments = ["genpkey", "-algorithm", kind, "-pkeyopt", option]
                        process.standardOutput = output
                        process.standardError = FileHandle.nullDevice
                        try process.run()
                        let key = try output.fileHandleForReading.readToEnd() ?? Data()
                        process.waitUntilExit()
                        return Array(key)
                    })
            }
        }
    }

    @Test("without a kid the only key is taken, and none of several")
    func noKeyID() async throws {
        try await withOrg { org in
            let app = try await LabApp(org)
            #expect(try await app.ask(try app.assertion(["kid": .null])).status == 200)
            let both: LabJSON = [
                "keys": [
                    try LabApp.jwk(app.key, kid: "k1"),
                    try LabApp.jwk(try SigningKey.makeP256(), kid: "k2"),
                ]
            ]
            try await org.lab("POST", "clients", ["client_id": "0oaTests", "jwks": both])
            #expect(try await app.ask(try app.assertion(["kid": .null])).status == 401)
            #expect(try await app.ask(try app.assertion()).status == 200)
        }
    }

    @Test("the form is checked, and scopes that are not granted")
    func form() async throws {
        try await withOrg { org in
            let app = try await LabApp(org, ["scopes": ["okta.eventHooks.read"]])
            let table: [([String: String?], Int, String)] = [
                (["grant_type": "password"], 400, "unsupported_grant_type"),
                (["grant_type": nil as String?], 400, "invalid_request"),
                (["client_assertion_type": "x"], 401, "invalid_client"),
                (["client_assertion": nil as String?], 401, "invalid_client"),
                (["scope": "okta.eventHooks.read+okta.eventHooks.manage"], 400, "invalid_scope"),
                (["scope": nil as String?], 400, "invalid_scope"),
            ]
            for (fields, status, code) in table {
                let reply = try await app.ask(try app.assertion(), fields)
                #expect(reply.status == status && reply.json["error"]?.text == code, "\(fields)")
            }
            let json = try await app.ask(try app.assertion(), type: "application/json")
            #expect(json.json["error"] == "invalid_request")
            #expect(try await org.send("GET", "/oauth2/v1/token").status == 405)
        }
    }

    @Test("times are by the org's own clock, which the answer tells")
    func clock() async throws {
        try await withOrg { org in
            let app = try await LabApp(org)
            try await org.lab("POST", "clock", ["freezeAt": "2026-03-16T03:47:47.000Z"])
            let reply = try await app.ask(try app.assertion())
            #expect(reply.status == 401)
            #expect(reply.raw.headers("Date") == ["Mon, 16 Mar 2026 03:47:47 GMT"])
            let right = try app.assertion([:], ["exp": LabJSON(1_773_632_867 + 60)])
            #expect(try await app.ask(right).status == 200)
        }
    }

    @Test("an app that is not there, inactive, or without a public key")
    func apps() async throws {
        try await withOrg { org in
            let app = try await LabApp(org, ["status": "INACTIVE"])
            #expect(try await app.ask(try app.assertion()).json["error"] == "invalid_client")
            for wrong: LabJSON in [
                [:], ["client_id": "a"], ["client_id": "a", "jwks": ["keys": []]],
                ["client_id": "a", "jwks": ["keys": [["kty": "oct"]]]],
                ["client_id": "a", "jwks": ["keys": [["kty": "RSA", "n": "AQ", "e": "AQAB"]]]],
                [
                    "client_id": "a", "roles": ["BOSS"],
                    "jwks": ["keys": [try LabApp.jwk(app.key, kid: "k1")]],
                ],
                [
                    "client_id": "a", "token_lifetime": LabJSON(Int.max),
                    "jwks": ["keys": [try LabApp.jwk(app.key, kid: "k1")]],
                ],
            ] {
                #expect(try await org.lab("POST", "clients", wrong).status == 400)
            }
        }
    }

    /// How a proof is wrong, and what the refusal's words hold.
    private static let proofs: [(header: LabJSON, claims: LabJSON, words: String)] = [
        (["typ": "JWT"], [:], "typ"), (["alg": "RS256"], [:], "signature"),
        (["jwk": .null], [:], "signature"), ([:], ["htm": "GET"], "htm"),
        ([:], ["htu": "https://acme.okta.com/oauth2/v1/token"], "htu"), ([:], ["iat": 1], "iat"),
        ([:], ["iat": .null], "iat"), ([:], ["iat": LabJSON(Int.min)], "iat"),
        ([:], ["iat": LabJSON(Int.max)], "iat"), ([:], ["jti": .null, "nonce": "NONCE"], "jti"),
    ]

    @Test("a proof that is wrong in any one way gets no token", arguments: proofs.indices)
    func wrongProof(_ index: Int) async throws {
        let mistake = Self.proofs[index]
        try await withOrg { org in
            let app = try await LabApp(org, ["dpop_bound_access_tokens": true])
            let prover = try SigningKey.makeP256()
            let nonce = try await nonce(app, prover)
            var claims = mistake.claims
            if claims["nonce"] != nil { claims["nonce"] = .string(nonce) }
            let reply = try await app.ask(
                try app.assertion(), proof: try app.proof(mistake.header, claims, by: prover))
            #expect(reply.status == 400)
            #expect(reply.json["error"] == "invalid_dpop_proof")
            let words = reply.json["error_description"]?.text ?? ""
            #expect(words.contains(mistake.words), "\(words)")
        }
    }

    @Test("a proof is wanted, then its nonce, and it is good once")
    func proof() async throws {
        try await withOrg { org in
            let app = try await LabApp(org, ["dpop_bound_access_tokens": true])
            let bare = try await app.ask(try app.assertion())
            #expect(bare.json["error"] == "invalid_dpop_proof")
            let prover = try SigningKey.makeP256()
            let nonce = try await nonce(app, prover)
            let proof = try app.proof([:], ["nonce": .string(nonce)], by: prover)
            let reply = try await app.ask(try app.assertion(), proof: proof)
            #expect(reply.status == 200)
            #expect(reply.json["token_type"] == "DPoP")
            let again = try await app.ask(try app.assertion(), proof: proof)
            #expect(again.json["error"] == "invalid_dpop_proof", "its jti was used")
        }
    }

    private func nonce(_ app: LabApp, _ prover: SigningKey) async throws -> String {
        let reply = try await app.ask(try app.assertion(), proof: try app.proof(by: prover))
        #expect(reply.json["error"] == "use_dpop_nonce")
        return try #require(reply.raw.header("dpop-nonce"))
    }
}

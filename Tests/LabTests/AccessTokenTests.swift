import Cryptography
import Foundation
import LabServers
import Testing

/// What the API makes of access tokens.
@Suite struct AccessTokenTests {
    private let path = "/api/v1/eventHooks"

    private func call(
        _ org: LabClient, _ method: String, _ path: String, _ token: String,
        scheme: String = "Bearer", proof: String? = nil
    ) async throws -> LabClient.Reply {
        var headers = [("Authorization", "\(scheme) \(token)")]
        if let proof { headers.append(("DPoP", proof)) }
        let isWrite = method != "GET"
        if isWrite { headers.append(("Content-Type", "application/json")) }
        let body = isWrite ? Array(hookBody("one").compact.utf8) : nil
        return try await org.send(method, path, body, headers: headers)
    }

    @Test("a token lets in where its scopes reach, and a missing one is named")
    func scopes() async throws {
        try await withOrg { org in
            let app = try await LabApp(org)
            let token = try await app.token()
            #expect(try await call(org, "GET", path, token).status == 200)
            for (method, other, scope) in [
                ("POST", path, "okta.eventHooks.manage"),
                ("GET", "/api/v1/inlineHooks", "okta.inlineHooks.read"),
                ("GET", "/api/v1/hook-keys", "okta.inlineHooks.read"),
                ("GET", "/api/v1/logs", "okta.logs.read"),
            ] {
                let reply = try await call(org, method, other, token)
                #expect(reply.status == 403 && reply.raw.body.isEmpty)
                let header = reply.raw.header("WWW-Authenticate") ?? ""
                #expect(header.contains(#"error="insufficient_scope""#))
                #expect(header.contains(#"scope="\#(scope)""#))
            }
            let writer = try await app.token("okta.eventHooks.manage")
            #expect(try await call(org, "POST", path, writer).status == 200)
            #expect(try await call(org, "GET", path, writer).status == 403, "manage is not read")
        }
    }

    @Test("who writes is the app, in the object and in the log")
    func principal() async throws {
        try await withOrg { org in
            let app = try await LabApp(org, ["label": "Pipeline"])
            let token = try await app.token("okta.eventHooks.manage")
            let made = try await call(org, "POST", path, token)
            #expect(made.json["createdBy"] == "0oaTests")
            let log = try await org.lab("GET", "state").json["systemLog"]?.items
            let actor = log?.last?["actor"]
            #expect(actor?["id"] == "0oaTests" && actor?["type"] == "PublicClientApp")
            #expect(actor?["displayName"] == "Pipeline")
        }
    }

    @Test("a role is needed beside the scope")
    func roles() async throws {
        try await withOrg { org in
            let scopes = "okta.eventHooks.read+okta.eventHooks.manage"
            let reader = try await LabApp(org, ["roles": ["READ_ONLY_ADMIN"]])
            let token = try await reader.token(scopes)
            #expect(try await call(org, "GET", path, token).status == 200)
            #expect(try await call(org, "POST", path, token).errorCode == "E0000006")
            let nobody = try await LabApp(org, ["roles": []])
            let other = try await nobody.token(scopes)
            #expect(try await call(org, "GET", path, other).errorCode == "E0000006")
        }
    }

    @Test("a token ends with its time, with the app, and when all are forgotten")
    func ends() async throws {
        try await withOrg { org in
            let app = try await LabApp(org, ["token_lifetime": 1000])
            let token = try await app.token()
            try await org.lab("POST", "clock", ["advanceSeconds": 500])
            #expect(try await call(org, "GET", path, token).status == 200)
            try await org.lab("POST", "clock", ["advanceSeconds": 501])
            let ended = try await call(org, "GET", path, token)
            #expect(ended.status == 401 && ended.errorCode == "E0000011")
            #expect(ended.raw.header("WWW-Authenticate")?.contains("invalid_token") == true)
            try await org.lab("POST", "clock", ["reset": true])
            let second = try await app.token()
            try await org.lab("DELETE", "tokens")
            #expect(try await call(org, "GET", path, second).status == 401)
            let third = try await app.token()
            try await org.lab("PUT", "state", [:])
            #expect(try await call(org, "GET", path, third).status == 401)
            #expect(try await call(org, "GET", path, "a.b.c").status == 401)
        }
    }

    @Test("a bound token is of use only with a proof by its key for this request")
    func bound() async throws {
        try await withOrg { org in
            let app = try await LabApp(org)
            let prover = try SigningKey.makeP256()
            let first = try await app.ask(try app.assertion(), proof: try app.proof(by: prover))
            let nonce = try #require(first.raw.header("dpop-nonce"))
            let token = try await app.token(
                proof: try app.proof([:], ["nonce": .string(nonce)], by: prover))
            let hash = LabJSON.string(base64URL(SHA256Digest.bytes(of: Array(token.utf8))))
            let url = "http://127.0.0.1:\(org.port)\(path)"
            func proof(_ claims: LabJSON, by key: SigningKey? = nil) throws -> String {
                try app.proof([:], claims, method: "GET", url: url, by: key ?? prover)
            }
            let good = try proof(["ath": hash])
            #expect(
                try await call(org, "GET", path, token, scheme: "DPoP", proof: good).status == 200)
            let wrong = [
                nil, good, try proof([:]), try proof(["ath": "x"]),
                try proof(["ath": hash, "htm": "POST"]),
                try proof(["ath": hash, "htu": .string(url + "/x")]),
                try proof(["ath": hash], by: try SigningKey.makeP256()),
            ]
            for proof in wrong {
                let reply = try await call(org, "GET", path, token, scheme: "DPoP", proof: proof)
                #expect(reply.status == 401)
                let header = reply.raw.header("WWW-Authenticate") ?? ""
                #expect(header.contains("invalid_dpop_proof"), "\(header)")
            }
            let bare = try await call(org, "GET", path, token, proof: try proof(["ath": hash]))
            #expect(bare.status == 401, "not as Bearer")
            // A query is no part of the proof's URL.
            #expect(
                try await call(
                    org, "GET", path + "?x=1", token, scheme: "DPoP",
                    proof: try proof(["ath": hash])
                ).status == 200)
            try await org.lab("PUT", "dpop-nonce", true)
            let wanted = try await call(
                org, "GET", path, token, scheme: "DPoP", proof: try proof(["ath": hash]))
            let apiNonce = try #require(wanted.raw.header("dpop-nonce"))
            #expect(wanted.status == 401)
            let answered = try await call(
                org, "GET", path, token, scheme: "DPoP",
                proof: try proof(["ath": hash, "nonce": .string(apiNonce)]))
            #expect(answered.status == 200)
        }
    }

    @Test("apps are part of the state, and come back from it")
    func state() async throws {
        try await withOrg { org in
            _ = try await LabApp(org, ["scopes": ["okta.logs.read"], "token_lifetime": 5])
            let state = try await org.lab("GET", "state").json
            #expect(state["oauthClients"]?.items?.count == 1)
            try await withOrg { other in
                try await other.lab("PUT", "state", state)
                #expect(try await other.lab("GET", "state").json == state)
            }
        }
    }
}

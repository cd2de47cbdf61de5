import Foundation
import LabServers
import Testing

/// Hook keys, and what ties them to inline hooks.
@Suite struct HookKeyTests {
    private let path = "/api/v1/hook-keys"

    private func body(_ name: String) -> LabJSON { ["name": .string(name)] }

    @Test("the public half is of the form of an RSA key, and shown where Okta shows it")
    func publicKey() async throws {
        try await withOrg { org in
            let created = try await org.call("POST", path, body("one"))
            #expect(created.id.wholeMatch(of: #/HKY[A-Za-z0-9]{17}/#) != nil)
            let jwk = try #require(created.json["_embedded"])
            #expect(jwk["kid"] == created.json["keyId"])
            let modulus = try #require(jwk["n"]?.text)
            #expect(modulus.wholeMatch(of: #/[A-Za-z0-9_-]{342}/#) != nil)
            let base64 = modulus.replacing("-", with: "+").replacing("_", with: "/") + "=="
            let bytes = try #require(Data(base64Encoded: base64))
            #expect(bytes.count == 256)
            #expect(try #require(bytes.first) >= 0x80, "2048 bits")
            #expect(try #require(bytes.last) % 2 == 1)

            let id = created.id
            #expect(try await org.call("GET", "\(path)/\(id)").json["_embedded"] == nil)
            let expanded = try await org.call("GET", "\(path)/\(id)?expand=publickey")
            #expect(expanded.json["_embedded"] == jwk)
            #expect(try await org.call("GET", path).json.values(at: ["_embedded"]).isEmpty)
            let renamed = try await org.call("PUT", "\(path)/\(id)", body("two"))
            #expect(renamed.json["_embedded"] == jwk)
            let keyID = try #require(created.json["keyId"]?.text)
            let alone = try await org.call("GET", "\(path)/public/\(keyID)")
            #expect(alone.json == jwk)
            #expect(try await org.call("GET", "\(path)/public/\(id)").errorCode == "E0000007")
            let other = try await org.call("POST", path, body("other")).json["_embedded"]
            #expect(other?["n"] != jwk["n"])
        }
    }

    @Test("a key is used while a hook refers to it, active or not, and only then kept")
    func used() async throws {
        try await withOrg { org in
            let key = try await org.call("POST", path, body("key")).id
            let hooks = "/api/v1/inlineHooks"
            let referring = oauthHookBody(
                "hook", ["authType": "private_key_jwt", "hookKeyId": .string(key)])
            let hook = try await org.createHook(referring, at: hooks)
            let config = try await org.call("GET", "\(hooks)/\(hook)").json["channel"]?["config"]
            #expect(
                config?.members?.map(\.key) == [
                    "uri", "headers", "method", "authScheme", "clientId", "tokenUrl", "authType",
                    "scope", "hookKeyId",
                ])
            #expect(config?["hookKeyId"] == .string(key))
            func isUsed() async throws -> Bool? {
                let one = try await org.call("GET", "\(path)/\(key)").json["isUsed"]?.flag
                let listed = try await org.call("GET", path).json.items?.first?["isUsed"]?.flag
                #expect(one == listed)
                return one
            }
            #expect(try await isUsed() == true)
            let renamed = try await org.call("PUT", "\(path)/\(key)", body("renamed"))
            #expect(renamed.json["isUsed"] == true)
            try await org.call("POST", "\(hooks)/\(hook)/lifecycle/deactivate")
            #expect(try await isUsed() == true)
            let refused = try await org.call("DELETE", "\(path)/\(key)")
            #expect(refused.status == 400)
            #expect(refused.errorCode == "E0000001")
            let secret: LabJSON = ["authType": "client_secret_post", "clientSecret": "s"]
            try await org.call("PUT", "\(hooks)/\(hook)", oauthHookBody("hook", secret))
            #expect(try await isUsed() == false)
            try await org.call("PUT", "\(hooks)/\(hook)", referring)
            #expect(try await isUsed() == true)
            try await org.call("DELETE", "\(hooks)/\(hook)")
            #expect(try await isUsed() == false)
            #expect(try await org.call("DELETE", "\(path)/\(key)").status == 204)
            #expect(try await org.call("GET", "\(path)/\(key)").errorCode == "E0000007")
        }
    }

    @Test("a name is needed, unique and not too long")
    func names() async throws {
        try await withOrg { org in
            let first = try await org.call("POST", path, body("first")).id
            try await org.call("POST", path, body("second"))
            for refused in [
                try await org.call("POST", path, body("first")),
                try await org.call("POST", path, [:]),
                try await org.call("POST", path, body(String(repeating: "n", count: 256))),
                try await org.call("PUT", "\(path)/\(first)", body("second")),
            ] {
                #expect(refused.status == 400)
                #expect(refused.json["errorSummary"] == "Api validation failed: hookKey")
                #expect(refused.causes.first?.hasPrefix("name: ") == true)
            }
            #expect(try await org.call("PUT", "\(path)/\(first)", body("first")).status == 200)
        }
    }

    @Test("the maximum is 50, or what is set")
    func maximum() async throws {
        #expect(LabOrg.Configuration().maximumHookKeys == 50)
        try await withOrg(.with { $0.maximumHookKeys = 1 }) { org in
            let id = try await org.call("POST", path, body("first")).id
            #expect(try await org.call("POST", path, body("second")).status == 400)
            try await org.call("DELETE", "\(path)/\(id)")
            #expect(try await org.call("POST", path, body("second")).status == 200)
        }
    }

    @Test("each change is in the log, with the key's names in its target")
    func log() async throws {
        try await withOrg { org in
            let key = try await org.call("POST", path, body("one"))
            try await org.call("PUT", "\(path)/\(key.id)", body("two"))
            try await org.call("DELETE", "\(path)/\(key.id)")
            let entries = try await org.call("GET", "/api/v1/logs").json.items ?? []
            #expect(
                entries.compactMap { $0["eventType"]?.text }
                    == ["created", "updated", "deleted"].map { "system.hook.key.\($0)" })
            let target = entries.last?["target"]?.items?.first
            #expect(target?["id"] == .string(key.id))
            #expect(target?["detailEntry"]?["hook_key_name"] == "two")
            #expect(target?["detailEntry"]?["key_alias"] == key.json["keyId"])
        }
    }

    @Test("hook keys have a rate limit of their own; inline hooks share the common one")
    func buckets() async throws {
        try await withOrg(.with { $0.rateLimit = 1 }) { org in
            var statuses: [Int?] = []
            for path in [
                "/api/v1/eventHooks", "/api/v1/inlineHooks", path, "\(path)/public/x",
            ] {
                statuses.append(try await org.call("GET", path).status)
            }
            #expect(statuses == [200, 429, 200, 429])
        }
    }

    @Test("the state holds keys and hooks, and carries them to another org")
    func state() async throws {
        try await withOrg { org in
            let key = try await org.call("POST", path, body("key")).id
            let hook = try await org.createHook(
                oauthHookBody("hook", ["authType": "private_key_jwt", "hookKeyId": .string(key)]),
                at: "/api/v1/inlineHooks")
            try await org.call("POST", "/api/v1/inlineHooks/\(hook)/lifecycle/deactivate")
            let shown = try await org.call("GET", "\(path)/\(key)?expand=publickey").json
            let state = try await org.lab("GET", "state").json
            try await withOrg { other in
                #expect(try await other.lab("PUT", "state", state).json == state)
                let again = try await other.call("GET", "\(path)/\(key)?expand=publickey").json
                #expect(again == shown)
                #expect(again["isUsed"] == true)
                for wrong: LabJSON in [
                    ["hookKeys": [[:]]], ["inlineHooks": [["name": "x"]]],
                    ["hookKeys": [["name": "a", "id": "HKY1"], ["name": "b", "id": "HKY1"]]],
                ] {
                    #expect(try await other.lab("PUT", "state", wrong).status == 400)
                }
                let little: LabJSON = [
                    "hookKeys": [["name": "a"]], "inlineHooks": [inlineHookBody("b")],
                ]
                #expect(try await other.lab("PUT", "state", little).status == 200)
                let page = try await other.send("GET", "/").raw.text
                #expect(page.contains("com.okta.user.pre-registration"))
            }
        }
    }
}

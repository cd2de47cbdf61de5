import JSON
import Kinds
import Vocabulary

/// An object of a kind that is not verified, as the fake org holds it: the body that was sent last,
/// secrets and all.
struct FakeObject: Hashable, Sendable {
    var id = ""
    var kind: ResourceKind
    var isActive = true
    var created = ""
    var lastUpdated = ""
    var body: JSONValue

    var name: String { body["name"]?.string ?? "" }

    /// The id of the key that an inline hook refers to.
    var hookKeyID: String? { body["channel"]?["config"]?["hookKeyId"]?.string }

    /// Of a key: its public half, another one for each key.
    var publicKey: PublicKey {
        PublicKey(id: "kid-\(id)", numbers: .init(modulus: "n-\(id)", exponent: "AQAB"))
    }

    /// The object as Okta shows it: without what is write-only, and with the whole public half only
    /// in the answer to a write.
    func json(isUsed: Bool, isWritten: Bool) -> JSONValue {
        var json = body
        for path in kind.paths(with: .writeOnly) { json = json.without(path.split(separator: ".")) }
        guard var object = json.object else { return json }
        object["id"] = .string(id)
        object["created"] = .string(created)
        object["lastUpdated"] = .string(lastUpdated)
        if kind.statusAttribute == nil {
            object["isUsed"] = .bool(isUsed)
            object["keyId"] = .string(publicKey.id)
            if isWritten { object["_embedded"] = publicKey.jwk }
        } else {
            object["status"] = .string(isActive ? "ACTIVE" : "INACTIVE")
        }
        return .object(object)
    }

    /// What a strict org would have against the body; nil for nothing.
    func fault(keys: Set<String>) -> String? {
        func has(_ path: String) -> Bool {
            path.split(separator: ".").reduce(body) { $0?[String($1)] }?.string?.isEmpty == false
        }
        guard has("name") else { return "name" }
        guard kind == .inlineHook else { return body.object?.count == 1 ? nil : "a key has a name" }
        // Okta ignores it; nothing that is ignored is to be sent.
        guard body["status"] == nil else { return "status" }
        for path in [
            "type", "version", "channel.type", "channel.version", "channel.config.uri",
            "channel.config.method",
        ] where !has(path) {
            return path
        }
        let config = body["channel"]?["config"]
        let isOAuth = body["channel"]?["type"]?.string == "OAUTH"
        let ofOAuth = ["clientId", "tokenUrl", "authType", "clientSecret", "hookKeyId", "scope"]
        if !isOAuth {
            for key in ofOAuth where config?[key] != nil { return key }
            // What a PUT without the value does is unknown; here it is refused.
            let scheme = config?["authScheme"]
            return scheme == nil || scheme?["value"]?.string != nil ? nil : "authScheme.value"
        }
        guard config?["authScheme"] == nil else { return "authScheme" }
        guard has("channel.config.clientId"), has("channel.config.tokenUrl") else { return "oauth" }
        switch config?["authType"]?.string {
        case "client_secret_post":
            return has("channel.config.clientSecret") && hookKeyID == nil ? nil : "clientSecret"
        case "private_key_jwt":
            let isThere = hookKeyID.map(keys.contains) ?? false
            return isThere && config?["clientSecret"] == nil ? nil : "hookKeyId"
        default: return "authType"
        }
    }
}

extension JSONValue {
    fileprivate func without(_ path: [Substring]) -> JSONValue {
        guard var object = self.object, let first = path.first else { return self }
        let rest = Array(path.dropFirst())
        object[String(first)] = rest.isEmpty ? nil : object[String(first)]?.without(rest)
        return .object(object)
    }
}

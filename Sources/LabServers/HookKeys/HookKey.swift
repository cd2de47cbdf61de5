import Foundation

/// A hook key as the org holds it; inline hooks refer to it by its id.
struct HookKey: NamedObject, Equatable {
    static let typeName = "HookKey"
    static let bodyName = "hookKey"

    let id: String
    /// The public half's own name, `kid` in the JWK.
    let keyID: String
    var name: String
    let created: Timestamp
    var lastUpdated: Timestamp
    /// The public half's modulus, base64url.
    let modulus: String

    static let collectionPath = "/api/v1/hook-keys"

    /// A random number of the size and form of an RSA modulus of 2048 bits.
    ///
    /// It is the product of no known primes: nothing can be signed that it would verify.
    static func randomModulus() -> String {
        var bytes = (0..<256).map { _ in UInt8.random(in: 0...255) }
        bytes[0] |= 0x80
        bytes[255] |= 0x01
        return Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension HookKey {
    /// As the API gives it, with the public half where the call is one that shows it.
    func representation(isUsed: Bool, withPublicKey: Bool) -> LabJSON {
        var body = content
        body["isUsed"] = .bool(isUsed)
        if withPublicKey { body["_embedded"] = publicKey }
        return body
    }

    /// As `/lab/state` and the data file have it.
    var state: LabJSON {
        var body = content
        body["_embedded"] = publicKey
        return body
    }

    /// The JWK as recorded; its `alg` is not one that JWK names.
    var publicKey: LabJSON {
        [
            "kty": "RSA", "alg": "RSA", "kid": .string(keyID), "use": .null, "e": "AQAB",
            "n": .string(modulus),
        ]
    }

    private var content: LabJSON {
        [
            "id": .string(id), "keyId": .string(keyID), "name": .string(name),
            "created": .string(created.text), "lastUpdated": .string(lastUpdated.text),
        ]
    }

    /// The target of the log entries about it. The type's name is inferred.
    var logTarget: LabJSON {
        [
            "id": .string(id), "type": "HookKey", "alternateId": .string(id),
            "displayName": .string(name),
            "detailEntry": [
                "hook_key_id": .string(id), "hook_key_name": .string(name),
                "key_alias": .string(keyID),
            ],
        ]
    }
}

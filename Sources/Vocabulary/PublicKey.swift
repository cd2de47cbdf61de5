package import JSON

/// The public half of a key pair whose private half Okta keeps. It is no secret.
package struct PublicKey: Hashable, Sendable {
    /// An RSA key's two numbers, base64url.
    package struct Numbers: Hashable, Sendable {
        package let modulus: String
        package let exponent: String

        package init(modulus: String, exponent: String) {
            self.modulus = modulus
            self.exponent = exponent
        }
    }

    /// The key's own name, `kid` in what it signs.
    package let id: String
    /// Nil where only the name was seen: Okta's lists do not show the numbers.
    package let numbers: Numbers?

    package init(id: String, numbers: Numbers? = nil) {
        self.id = id
        self.numbers = numbers
    }
}

extension PublicKey {
    /// Reads a JWK as Okta gives it, bare or as the member `_embedded` of something; nil for
    /// anything else. Okta's `alg` is `RSA`, which no standard knows, so that it is not asked for.
    package init?(okta json: JSONValue) {
        let jwk = json["_embedded"] ?? json
        guard jwk["kty"]?.string == "RSA", let id = jwk["kid"]?.string, !id.isEmpty,
            let modulus = jwk["n"]?.string, !modulus.isEmpty,
            let exponent = jwk["e"]?.string, !exponent.isEmpty
        else { return nil }
        self.init(id: id, numbers: Numbers(modulus: modulus, exponent: exponent))
    }

    /// The key as RFC 7517 has it; nil where its numbers are not known. Okta signs with it by RS256,
    /// and that is what `alg` says.
    package var jwk: JSONValue? {
        guard let numbers else { return nil }
        return [
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": .string(id),
            "e": .string(numbers.exponent), "n": .string(numbers.modulus),
        ]
    }

    /// The same key with the numbers that were seen of it before.
    package func completed(from known: PublicKey?) -> PublicKey {
        guard numbers == nil, let known, known.id == id else { return self }
        return known
    }
}

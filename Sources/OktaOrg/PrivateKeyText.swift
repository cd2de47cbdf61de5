package import Cryptography
import JSON
package import Vocabulary

/// A private key as people keep it: PEM, a JSON Web Key, or a set of those.
package struct PrivateKeyText: Sendable {
    package let key: SigningKey
    /// The id that the key itself carries; PEM has none.
    package let keyID: String?

    /// - Parameters:
    ///   - wanted: which key of a set is meant.
    ///   - now: seconds since 1970.
    package init(
        _ text: Secret, keyID wanted: String?, now: Int
    ) throws(PrivateKeyProblem) {
        var bytes = Array(text.reveal().utf8)
        if let start = bytes.first(where: { $0 > 0x20 }), start == UInt8(ascii: "{") {
            let json: JSONValue
            do {
                json = try JSONValue(parsing: bytes)
            } catch {
                throw .damaged
            }
            let members = try Self.chosen(json, wanted)
            key = try members.jsonWebKey()
            keyID = members["kid"]?.string
            return
        }
        if !bytes.contains(UInt8(ascii: "\n")) {
            // Variables of CI systems often hold a PEM text on one line, its line ends as \n.
            bytes = Array(text.reveal().split(separator: "\\n").joined(separator: "\n").utf8)
        }
        key = try SigningKey.reading(pem: bytes + [UInt8(ascii: "\n")], now: now)
        keyID = nil
    }

    private static func chosen(
        _ json: JSONValue, _ wanted: String?
    ) throws(PrivateKeyProblem) -> JSONValue {
        guard let keys = json["keys"]?.array else { return json }
        let named = keys.filter { wanted != nil && $0["kid"]?.string == wanted }
        // A key with another id is not the one that is meant, be it the only one.
        let usable = keys.filter { $0["d"] != nil && (wanted == nil || $0["kid"] == nil) }
        let candidates = named.isEmpty ? usable : named
        guard let key = candidates.first, candidates.count == 1 else { throw .noneChosen }
        return key
    }
}

extension JSONValue {
    /// The key that this JSON Web Key is (RFC 7517, and RFC 7518, section 6).
    fileprivate func jsonWebKey() throws(PrivateKeyProblem) -> SigningKey {
        let kind = self["kty"]?.string
        guard let kind else { throw .jwkMember("kty") }
        if let use = self["use"], use != .null, use.string != "sig" { throw .notForSigning }
        guard ["RSA", "EC"].contains(kind) else { throw .unsupportedKind(kind.orUnknown) }
        guard self["d"] != nil else { throw .notPrivate(found: "the public half of a key") }
        let algorithm = try signatureAlgorithm()
        if kind == "RSA" {
            let names = ["p", "q", "dp", "dq", "qi"]
            var factors: [[UInt8]] = []
            for name in names where self["p"] != nil { factors.append(try number(name)) }
            return try SigningKey(
                RSAKeyNumbers(
                    n: try number("n"), e: try number("e"), d: try number("d"),
                    factors: factors.isEmpty ? nil : factors),
                algorithm: algorithm)
        }
        guard let curve = self["crv"]?.string.flatMap(EllipticCurve.init) else {
            throw .unsupportedCurve
        }
        return try SigningKey(
            ECKeyNumbers(
                curve: curve, x: try number("x"), y: try number("y"), d: try number("d")),
            algorithm: algorithm)
    }

    private func signatureAlgorithm() throws(PrivateKeyProblem) -> SignatureAlgorithm? {
        guard let named = self["alg"], named != .null else { return nil }
        // Okta's own keys say `RSA`, which is no algorithm.
        if named.string == "RSA" { return nil }
        guard let algorithm = named.string.flatMap(SignatureAlgorithm.init) else {
            throw .unsupportedAlgorithm
        }
        return algorithm
    }

    private func number(_ name: String) throws(PrivateKeyProblem) -> [UInt8] {
        guard let number = self[name]?.string.flatMap(bytes(base64URL:)), !number.isEmpty else {
            throw .jwkMember(name)
        }
        return number
    }
}

extension String {
    /// The text, or a word in its place where it is not a short plain one that can be shown.
    fileprivate var orUnknown: String {
        count <= 8 && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? self : "unknown"
    }
}

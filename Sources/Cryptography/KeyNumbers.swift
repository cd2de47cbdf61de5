import CLibCrypto

/// The numbers of a private RSA key, each with its highest byte first.
package struct RSAKeyNumbers: Sendable {
    package var n: [UInt8]
    package var e: [UInt8]
    package var d: [UInt8]
    /// `p`, `q`, `dp`, `dq`, `qi`; they make signing faster, and a key may come without.
    package var factors: [[UInt8]]?

    package init(n: [UInt8], e: [UInt8], d: [UInt8], factors: [[UInt8]]?) {
        self.n = n
        self.e = e
        self.d = d
        self.factors = factors
    }
}

/// The numbers of a private EC key, each with its highest byte first.
package struct ECKeyNumbers: Sendable {
    package var curve: EllipticCurve
    package var x: [UInt8]
    package var y: [UInt8]
    package var d: [UInt8]

    package init(curve: EllipticCurve, x: [UInt8], y: [UInt8], d: [UInt8]) {
        self.curve = curve
        self.x = x
        self.y = y
        self.d = d
    }
}

extension SigningKey {
    package convenience init(
        _ numbers: RSAKeyNumbers, algorithm: SignatureAlgorithm?
    ) throws(PrivateKeyProblem) {
        let builder = KeyBuilder("RSA")
        try builder.push(OSSL_PKEY_PARAM_RSA_N, numbers.n)
        try builder.push(OSSL_PKEY_PARAM_RSA_E, numbers.e)
        try builder.push(OSSL_PKEY_PARAM_RSA_D, numbers.d)
        if let factors = numbers.factors {
            // OSSL_PKEY_PARAM_RSA_FACTOR1 and the like, which Swift cannot see.
            let names = [
                "rsa-factor1", "rsa-factor2", "rsa-exponent1", "rsa-exponent2", "rsa-coefficient1",
            ]
            for (name, factor) in zip(names, factors) { try builder.push(name, factor) }
        }
        try self.init(owning: try builder.keyPair(), algorithm: algorithm)
    }

    package convenience init(
        _ numbers: ECKeyNumbers, algorithm: SignatureAlgorithm?
    ) throws(PrivateKeyProblem) {
        let builder = KeyBuilder("EC")
        try builder.push(OSSL_PKEY_PARAM_GROUP_NAME, text: numbers.curve.groupName)
        let size = numbers.curve.size
        guard numbers.x.count == size, numbers.y.count == size else { throw .damaged }
        try builder.push(OSSL_PKEY_PARAM_PUB_KEY, octets: [4] + numbers.x + numbers.y)
        try builder.push(OSSL_PKEY_PARAM_PRIV_KEY, numbers.d)
        try self.init(owning: try builder.keyPair(), algorithm: algorithm)
    }
}

/// Gathers a key's parts for libcrypto, and wipes them when it is gone.
private final class KeyBuilder {
    private let kind: String
    private let parts = OSSL_PARAM_BLD_new()
    /// libcrypto reads these when the key is made, not before; names too.
    private var numbers: [OpaquePointer] = []
    private var octets: [UnsafeMutableBufferPointer<UInt8>] = []

    init(_ kind: String) { self.kind = kind }

    deinit {
        OSSL_PARAM_BLD_free(parts)
        for number in numbers { BN_clear_free(number) }
        for bytes in octets { bytes.deallocate() }
        ERR_clear_error()
    }

    func push(_ name: String, _ bytes: [UInt8]) throws(PrivateKeyProblem) {
        guard bytes.count <= 2048, let number = BN_bin2bn(bytes, Int32(bytes.count), nil) else {
            throw .damaged
        }
        numbers.append(number)
        guard OSSL_PARAM_BLD_push_BN(parts, keep(name), number) == 1 else { throw .damaged }
    }

    func push(_ name: String, text: String) throws(PrivateKeyProblem) {
        // Without its end, for libcrypto counts that for itself.
        let pushed = OSSL_PARAM_BLD_push_utf8_string(parts, keep(name), keep(text), text.utf8.count)
        guard pushed == 1 else { throw .damaged }
    }

    func push(_ name: String, octets bytes: [UInt8]) throws(PrivateKeyProblem) {
        guard OSSL_PARAM_BLD_push_octet_string(parts, keep(name), keep(bytes), bytes.count) == 1
        else {
            throw .damaged
        }
    }

    func keyPair() throws(PrivateKeyProblem) -> OpaquePointer {
        guard let parameters = OSSL_PARAM_BLD_to_param(parts) else { throw .damaged }
        defer { OSSL_PARAM_free(parameters) }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, kind, nil) else { throw .damaged }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, tenterhook_pkey_keypair, parameters) == 1, let key
        else { throw .damaged }
        return key
    }

    private func keep(_ text: String) -> UnsafePointer<CChar>? {
        let bytes = UnsafeRawPointer(keep(Array(text.utf8) + [0]))
        return bytes?.assumingMemoryBound(to: CChar.self)
    }

    private func keep(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8>? {
        let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = kept.initialize(from: bytes)
        octets.append(kept)
        return kept.baseAddress
    }
}

import CLibCrypto

extension SigningKey {
    /// The public half as the members of a JSON Web Key (RFC 7517), sorted by name.
    package func publicKeyMembers() throws(CryptographyError) -> [(name: String, value: String)] {
        if let curve = algorithm.curve {
            return [
                ("crv", curve.rawValue), ("kty", "EC"),
                ("x", base64URL(try number(OSSL_PKEY_PARAM_EC_PUB_X, size: curve.size))),
                ("y", base64URL(try number(OSSL_PKEY_PARAM_EC_PUB_Y, size: curve.size))),
            ]
        }
        return [
            ("e", base64URL(try number(OSSL_PKEY_PARAM_RSA_E, size: nil))), ("kty", "RSA"),
            ("n", base64URL(try number(OSSL_PKEY_PARAM_RSA_N, size: nil))),
        ]
    }

    /// A number of the key, its highest byte first.
    ///
    /// - Parameter size: with zeros before it, up to so many bytes; nil for none.
    private func number(_ name: String, size: Int?) throws(CryptographyError) -> [UInt8] {
        var value: OpaquePointer?
        guard EVP_PKEY_get_bn_param(handle, name, &value) == 1, let value else {
            throw .fromLibrary("reading a public key")
        }
        defer { BN_free(value) }
        let length = size ?? (Int(BN_num_bits(value)) + 7) / 8
        var bytes = [UInt8](repeating: 0, count: length)
        guard BN_bn2binpad(value, &bytes, Int32(length)) == length else {
            throw .fromLibrary("reading a public key")
        }
        return bytes
    }
}

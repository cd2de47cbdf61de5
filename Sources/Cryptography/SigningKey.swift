import CLibCrypto

/// A private key that signs.
///
/// libcrypto holds the key, and its memory is wiped when this is gone. It describes itself by its
/// algorithm and by nothing else.
package final class SigningKey: Sendable {
    // Nothing changes a key once it is made, and libcrypto counts its references atomically.
    nonisolated(unsafe) let handle: OpaquePointer
    package let algorithm: SignatureAlgorithm

    /// Takes the key over, also when it throws.
    ///
    /// - Parameter wanted: a JWK's own `alg`; without it RS256, or what the curve has.
    init(owning handle: OpaquePointer, algorithm wanted: SignatureAlgorithm? = nil)
        throws(PrivateKeyProblem)
    {
        self.handle = handle
        let standard: SignatureAlgorithm
        do {
            standard = try Self.standardAlgorithm(of: handle)
        } catch {
            // All is set but this; the object is whole only then, and its end frees the key.
            algorithm = .rs256
            throw error
        }
        algorithm = wanted ?? standard
        guard algorithm.curve == standard.curve else { throw .unsupportedAlgorithm }
        guard signsWhatItVerifies() else { throw .damaged }
    }

    deinit { EVP_PKEY_free(handle) }

    /// A new key on P-256, for proofs that only this run makes.
    package static func makeP256() throws(CryptographyError) -> SigningKey {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else {
            throw .fromLibrary("making a key")
        }
        defer { EVP_PKEY_CTX_free(context) }
        var handle: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            EVP_PKEY_CTX_set_group_name(context, EllipticCurve.p256.groupName) == 1,
            EVP_PKEY_generate(context, &handle) == 1, let handle
        else { throw .fromLibrary("making a key") }
        do throws(PrivateKeyProblem) {
            return try SigningKey(owning: handle)
        } catch {
            throw .libraryFailed(operation: "making a key", reason: "\(error)")
        }
    }

    /// Signs as JOSE wants it: PKCS#1 v1.5 for RSA, the two numbers side by side for EC.
    package func sign(_ message: [UInt8]) throws(CryptographyError) -> [UInt8] {
        let signature = try librarySignature(of: message)
        guard let curve = algorithm.curve else { return signature }
        guard let pair = Self.pair(in: signature, size: curve.size) else {
            throw .fromLibrary("signing")
        }
        return pair
    }

    /// The signature in libcrypto's own form, which is another one for EC.
    private func librarySignature(of message: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .fromLibrary("signing") }
        defer { EVP_MD_CTX_free(context) }
        var length = 0
        guard EVP_DigestSignInit(context, nil, algorithm.digest, nil, handle) == 1,
            EVP_DigestSign(context, nil, &length, message, message.count) == 1
        else { throw .fromLibrary("signing") }
        var signature = [UInt8](repeating: 0, count: length)
        guard EVP_DigestSign(context, &signature, &length, message, message.count) == 1 else {
            throw .fromLibrary("signing")
        }
        return Array(signature.prefix(length))
    }

    /// The two numbers of an EC signature, each as long as the curve's coordinates.
    private static func pair(in signature: [UInt8], size: Int) -> [UInt8]? {
        let decoded = signature.withUnsafeBufferPointer { bytes in
            var next = bytes.baseAddress
            return d2i_ECDSA_SIG(nil, &next, bytes.count)
        }
        guard let decoded else { return nil }
        defer { ECDSA_SIG_free(decoded) }
        var pair = [UInt8](repeating: 0, count: 2 * size)
        let isWhole = pair.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return false }
            return BN_bn2binpad(ECDSA_SIG_get0_r(decoded), start, Int32(size)) == size
                && BN_bn2binpad(ECDSA_SIG_get0_s(decoded), start + size, Int32(size)) == size
        }
        return isWhole ? pair : nil
    }

    /// Whether the private half belongs to the public one.
    private func signsWhatItVerifies() -> Bool {
        defer { ERR_clear_error() }
        let message = Array("the two halves of one key".utf8)
        guard let signature = try? librarySignature(of: message), let context = EVP_MD_CTX_new()
        else { return false }
        defer { EVP_MD_CTX_free(context) }
        return EVP_DigestVerifyInit(context, nil, algorithm.digest, nil, handle) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    private static func standardAlgorithm(
        of handle: OpaquePointer
    ) throws(PrivateKeyProblem) -> SignatureAlgorithm {
        switch EVP_PKEY_get_base_id(handle) {
        case EVP_PKEY_RSA:
            let bits = Int(EVP_PKEY_get_bits(handle))
            guard bits >= 2048 else { throw .tooShort(bits: bits) }
            return .rs256
        case EVP_PKEY_EC:
            var name = [CChar](repeating: 0, count: 64)
            let isNamed = EVP_PKEY_get_utf8_string_param(
                handle, OSSL_PKEY_PARAM_GROUP_NAME, &name, name.count, nil)
            let text = String(
                decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard isNamed == 1,
                let curve = EllipticCurve.allCases.first(where: { $0.groupName == text })
            else { throw .unsupportedCurve }
            return curve.algorithm
        default:
            throw .unsupportedKind(
                EVP_PKEY_get0_type_name(handle).map { String(cString: $0) } ?? "unknown")
        }
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "a private key for \(algorithm.rawValue)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

import CLibCrypto
import Foundation

/// A public key that somebody showed as a JSON Web Key, and what libcrypto makes of it.
///
/// The lab reads keys and signatures for itself: were it to share code with the client, both would
/// be wrong together.
final class PublicKey: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer
    /// `RSA`, or the curve of an EC key.
    let kind: String
    /// The key by its contents, whatever its id is (RFC 7638).
    let thumbprint: String

    private static let curves: [String: (group: String, size: Int)] = [
        "P-256": ("prime256v1", 32), "P-384": ("secp384r1", 48), "P-521": ("secp521r1", 66),
    ]

    /// `nil` for what is no public key of a kind that Okta knows.
    init?(_ jwk: LabJSON) {
        let parts = Parts()
        let canonical: String
        switch jwk["kty"]?.text {
        case "RSA":
            guard let n = jwk["n"]?.text, let e = jwk["e"]?.text, parts.add("n", number: n),
                parts.add("e", number: e)
            else { return nil }
            kind = "RSA"
            canonical = #"{"e":"\#(e)","kty":"RSA","n":"\#(n)"}"#
        case "EC":
            guard let name = jwk["crv"]?.text, let curve = Self.curves[name],
                let x = jwk["x"]?.text, let y = jwk["y"]?.text,
                let xBytes = Data(base64URL: x), let yBytes = Data(base64URL: y),
                xBytes.count == curve.size, yBytes.count == curve.size,
                parts.add("group", text: curve.group),
                parts.add("pub", bytes: [4] + Array(xBytes) + Array(yBytes))
            else { return nil }
            kind = name
            canonical = #"{"crv":"\#(name)","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
        default: return nil
        }
        guard let handle = parts.publicKey(kind == "RSA" ? "RSA" : "EC") else { return nil }
        self.handle = handle
        thumbprint = Data(digest(Array(canonical.utf8))).base64URL
        if kind == "RSA", EVP_PKEY_get_bits(handle) < 2048 { return nil }
    }

    deinit { EVP_PKEY_free(handle) }

    /// Whether the signature is this key's over the message, by a JOSE algorithm.
    func verifies(_ signature: Data, over message: String, algorithm: String) -> Bool {
        let hash: OpaquePointer?
        let family: [String]
        switch algorithm {
        case "RS256": (hash, family) = (EVP_sha256(), ["RSA"])
        case "RS384": (hash, family) = (EVP_sha384(), ["RSA"])
        case "RS512": (hash, family) = (EVP_sha512(), ["RSA"])
        case "ES256": (hash, family) = (EVP_sha256(), ["P-256"])
        case "ES384": (hash, family) = (EVP_sha384(), ["P-384"])
        case "ES512": (hash, family) = (EVP_sha512(), ["P-521"])
        default: return false
        }
        guard family.contains(kind) else { return false }
        var bytes = Array(signature)
        if let size = Self.curves[kind]?.size {
            guard bytes.count == 2 * size else { return false }
            bytes = Self.sequence(bytes.prefix(size), bytes.suffix(size))
        }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        let text = Array(message.utf8)
        return EVP_DigestVerifyInit(context, nil, hash, nil, handle) == 1
            && EVP_DigestVerify(context, bytes, bytes.count, text, text.count) == 1
    }

    /// Two numbers as the ASN.1 that libcrypto reads EC signatures in.
    private static func sequence(_ numbers: ArraySlice<UInt8>...) -> [UInt8] {
        let parts = numbers.flatMap { number -> [UInt8] in
            var bytes = Array(number.drop { $0 == 0 })
            if bytes.first.map({ $0 >= 0x80 }) ?? true { bytes.insert(0, at: 0) }
            return [0x02, UInt8(bytes.count)] + bytes
        }
        return [0x30] + (parts.count < 0x80 ? [] : [0x81]) + [UInt8(parts.count)] + parts
    }
}

/// The parts of a key on their way to libcrypto.
private final class Parts {
    private let builder = OSSL_PARAM_BLD_new()
    private var numbers: [OpaquePointer] = []
    /// libcrypto reads these when the key is made, not before; names too.
    private var kept: [UnsafeMutableBufferPointer<UInt8>] = []

    deinit {
        OSSL_PARAM_BLD_free(builder)
        for number in numbers { BN_free(number) }
        for bytes in kept { bytes.deallocate() }
        ERR_clear_error()
    }

    func add(_ name: String, number text: String) -> Bool {
        guard let bytes = Data(base64URL: text).map(Array.init), !bytes.isEmpty,
            let number = BN_bin2bn(bytes, Int32(bytes.count), nil)
        else { return false }
        numbers.append(number)
        return OSSL_PARAM_BLD_push_BN(builder, keep(name), number) == 1
    }

    func add(_ name: String, text: String) -> Bool {
        let bytes = keep(Array(text.utf8))
        return OSSL_PARAM_BLD_push_utf8_string(
            builder, keep(name), bytes.baseAddress, bytes.count) == 1
    }

    func add(_ name: String, bytes: [UInt8]) -> Bool {
        let bytes = keep(bytes)
        return OSSL_PARAM_BLD_push_octet_string(
            builder, keep(name), bytes.baseAddress, bytes.count) == 1
    }

    func publicKey(_ type: String) -> OpaquePointer? {
        guard let parameters = OSSL_PARAM_BLD_to_param(builder) else { return nil }
        defer { OSSL_PARAM_free(parameters) }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, type, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, tenterhook_pkey_public, parameters) == 1
        else { return nil }
        return key
    }

    private func keep(_ name: String) -> UnsafePointer<CChar>? {
        let bytes = UnsafeRawPointer(keep(Array(name.utf8) + [0]).baseAddress)
        return bytes?.assumingMemoryBound(to: CChar.self)
    }

    private func keep(_ bytes: [UInt8]) -> UnsafeMutableBufferPointer<UInt8> {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        kept.append(copy)
        return copy
    }
}

/// SHA-256.
func digest(_ bytes: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 32)
    EVP_Digest(bytes, bytes.count, &result, nil, EVP_sha256(), nil)
    return result
}

extension Data {
    /// Base64 for URLs, without padding.
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    init?(base64URL text: String) {
        guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.count % 4) % 4)
        self.init(base64Encoded: plain + padding)
    }
}

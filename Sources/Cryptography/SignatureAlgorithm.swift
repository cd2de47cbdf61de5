import CLibCrypto

/// A way to sign a token, by its name in JOSE (RFC 7518, section 3).
package enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"

    /// The curve whose keys sign so; nil for RSA.
    var curve: EllipticCurve? { EllipticCurve.allCases.first { $0.algorithm == self } }

    var digest: OpaquePointer? {
        switch self {
        case .rs256, .es256: EVP_sha256()
        case .rs384, .es384: EVP_sha384()
        case .rs512, .es512: EVP_sha512()
        }
    }
}

/// A curve by its name in JOSE.
package enum EllipticCurve: String, Hashable, Sendable, CaseIterable {
    case p256 = "P-256"
    case p384 = "P-384"
    case p521 = "P-521"

    package var algorithm: SignatureAlgorithm {
        switch self {
        case .p256: .es256
        case .p384: .es384
        case .p521: .es512
        }
    }

    /// The length of a coordinate in bytes.
    package var size: Int {
        switch self {
        case .p256: 32
        case .p384: 48
        case .p521: 66
        }
    }

    /// OpenSSL's name for it.
    var groupName: String {
        switch self {
        case .p256: "prime256v1"
        case .p384: "secp384r1"
        case .p521: "secp521r1"
        }
    }
}

import CLibCrypto

extension SigningKey {
    /// Reads a private key in PEM: PKCS#8, PKCS#1 or SEC 1.
    ///
    /// Certificates beside it must be in their time, and one of them the key's own. No passphrase is
    /// ever asked for.
    ///
    /// - Parameter now: seconds since 1970, for the certificates.
    package static func reading(
        pem text: [UInt8], now: Int
    ) throws(PrivateKeyProblem) -> SigningKey {
        let blocks = try PEMBlock.all(in: text)
        guard !blocks.isEmpty else { throw .unknownForm }
        var keys: [PEMBlock] = []
        for block in blocks {
            switch block.label {
            case "ENCRYPTED PRIVATE KEY": throw .encrypted
            case "OPENSSH PRIVATE KEY": throw .openSSH
            case let label where label.hasSuffix("PRIVATE KEY"):
                if block.isEncrypted { throw .encrypted }
                keys.append(block)
            default: continue
            }
        }
        guard let block = keys.first else {
            throw .notPrivate(found: what(blocks.map(\.label)))
        }
        guard keys.count == 1 else { throw .several }
        var next: UnsafePointer<UInt8>? = block.start
        let handle = d2i_AutoPrivateKey(nil, &next, block.count)
        ERR_clear_error()
        guard let handle else { throw .damaged }
        let key = try SigningKey(owning: handle)
        try KeyCertificates(blocks).check(for: key, now: now)
        return key
    }

    private static func what(_ labels: [String]) -> String {
        for label in labels {
            switch label {
            case "PUBLIC KEY", "RSA PUBLIC KEY": return "a public key"
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE": return "a certificate"
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST":
                return "a request for a certificate"
            default: continue
            }
        }
        return "something else in PEM"
    }
}

import CLibCrypto

/// The certificates that stand in one file with a private key.
///
/// Okta knows the key by its public half and asks for no certificate. One beside the key is held to
/// its word all the same: who keeps an old file by mistake learns it here.
struct KeyCertificates {
    private let blocks: [PEMBlock]

    init(_ blocks: [PEMBlock]) {
        self.blocks = blocks.filter {
            ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"].contains($0.label)
        }
    }

    /// Throws unless there is none, or the key's own is among them and in its time.
    func check(for key: SigningKey, now: Int) throws(PrivateKeyProblem) {
        defer { ERR_clear_error() }
        guard !blocks.isEmpty else { return }
        for block in blocks {
            var next: UnsafePointer<UInt8>? = block.start
            guard let certificate = d2i_X509(nil, &next, block.count) else { throw .damaged }
            defer { X509_free(certificate) }
            guard X509_check_private_key(certificate, key.handle) == 1 else { continue }
            var time = now
            guard let begin = X509_get0_notBefore(certificate),
                let end = X509_get0_notAfter(certificate)
            else { throw .damaged }
            if X509_cmp_time(end, &time) < 0 { throw .certificateExpired(words(end)) }
            if X509_cmp_time(begin, &time) > 0 { throw .certificateNotYetValid(words(begin)) }
            return
        }
        throw .certificateOfOtherKey
    }

    /// A time as `Jan  1 00:00:00 2026 GMT`.
    private func words(_ time: UnsafePointer<ASN1_TIME>) -> String {
        guard let target = BIO_new(BIO_s_mem()) else { return "a day that cannot be read" }
        defer { BIO_free(target) }
        var text = [UInt8](repeating: 0, count: 64)
        guard ASN1_TIME_print(target, time) == 1 else { return "a day that cannot be read" }
        let count = BIO_read(target, &text, Int32(text.count))
        return String(decoding: text.prefix(max(0, Int(count))), as: UTF8.self)
    }
}

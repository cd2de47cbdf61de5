/// What a new connection showed of its peer.
package struct ConnectionFacts: Sendable, Equatable {
    /// The numeric address that was connected to: the proxy's where one was used.
    package var remoteAddress: String

    package var remotePort: Int

    /// The peer's chain, its own certificate first; empty without TLS.
    package var certificates: [CertificateFacts]

    package init(remoteAddress: String, remotePort: Int, certificates: [CertificateFacts]) {
        self.remoteAddress = remoteAddress
        self.remotePort = remotePort
        self.certificates = certificates
    }
}

/// One certificate, in the words libcurl gives for it.
package struct CertificateFacts: Sendable, Equatable {
    package var subject: String
    package var issuer: String

    /// Such as `Nov 21 10:39:00 2026 GMT`.
    package var notBefore: String
    package var notAfter: String

    /// The alternative names, such as `DNS:hooks.example.com` and `IP Address:127.0.0.1`.
    package var subjectAlternativeNames: [String]

    package init(
        subject: String,
        issuer: String,
        notBefore: String,
        notAfter: String,
        subjectAlternativeNames: [String]
    ) {
        self.subject = subject
        self.issuer = issuer
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.subjectAlternativeNames = subjectAlternativeNames
    }
}

extension CertificateFacts {
    /// Reads one certificate's `Name:value` lines.
    init(lines: [String]) {
        var facts: [Substring: Substring] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            facts[line[..<colon]] = line[line.index(after: colon)...]
        }
        func text(_ name: Substring) -> String { String(facts[name] ?? "") }
        self.init(
            subject: text("Subject"),
            issuer: text("Issuer"),
            notBefore: text("Start date"),
            notAfter: text("Expire date"),
            subjectAlternativeNames: text("X509v3 Subject Alternative Name")
                .split(separator: ",")
                .map { String($0.drop { $0 == " " }) }
        )
    }
}

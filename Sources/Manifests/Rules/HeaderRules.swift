import Vocabulary

/// What Okta and the receivers of its hooks take as a header.
enum HeaderRules {
    /// Names that Okta sets itself and refuses, in lower case.
    static let reserved: Set<String> = [
        "accept", "accept-encoding", "connection", "content-length", "content-type", "date",
        "expect",
        "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "user-agent",
        "x-okta-request-id", "x-okta-verification-challenge",
    ]

    /// What is to be said of a header's name.
    ///
    /// - Parameter shown: the name in quotes, or what stands for it where it may be a secret.
    static func findings(
        onName name: String, shown: String, at location: SourceLocation
    ) -> [Diagnostic] {
        if reserved.contains(name.lowercased()) {
            return [
                Diagnostic(
                    .error, .reservedHeader,
                    detail:
                        "\(quoted(name)) is a header of Okta's own, and Okta refuses a hook that"
                        + " sets it. Remove it.", at: location)
            ]
        }
        let isToken = !name.isEmpty && name.utf8.allSatisfy { isTokenByte($0) || $0 == 0x20 }
        guard isToken, !name.hasPrefix(" "), !name.hasSuffix(" ") else {
            return [
                Diagnostic(
                    .error, .invalidHeaderName,
                    detail: "\(shown) is no header name: it is letters, digits and any of"
                        + " !#$%&'*+-.^_`|~.", at: location)
            ]
        }
        guard name.contains(" ") || name.contains("_") else { return [] }
        return [
            Diagnostic(
                .warning, .droppedHeader,
                detail: "\(shown) holds a space or an underscore. Okta sends it, and many"
                    + " servers and proxies drop or refuse it without a word. Use hyphens.",
                at: location)
        ]
    }

    /// Whether a value can stand in a header: no line ends and no other control characters.
    static func isValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
    }

    /// Whether a header of this name usually carries a secret.
    static func smellsOfSecret(_ name: String) -> Bool {
        let folded = name.lowercased()
        return ["authorization", "api-key", "apikey", "token", "secret", "password", "cookie"]
            .contains { folded.contains($0) }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

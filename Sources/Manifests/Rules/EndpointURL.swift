import Vocabulary

/// Why a text cannot be the URL of an endpoint or an org. It never repeats the text, which may be
/// secret.
package enum URLProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case whiteSpace
    case notASCII
    case noScheme
    case plainHTTP
    case userInfo
    case noHost
    case badHost
    case badPort
    case fragment
    case tooLong(limit: Int)
    case notAnOrigin
    case adminConsole

    package var description: String {
        switch self {
        case .whiteSpace: "The URL holds white space or a control character."
        case .notASCII:
            "The URL holds a character outside ASCII. Write it percent-encoded, in a host as xn--."
        case .noScheme: "The URL must start with https://."
        case .plainHTTP:
            "The URL must start with https://. Plain http is for 127.0.0.0/8, ::1 and localhost only."
        case .userInfo:
            "The URL holds a user name or a password before an @. Put them in auth: { basic: … }."
        case .noHost: "The URL has no host."
        case .badHost:
            "The URL's host is no host name: labels of letters, digits and hyphens, with dots between."
        case .badPort: "The URL's port is no number from 1 to 65535."
        case .fragment: "The URL holds a #, and what follows it is never sent to a server."
        case .tooLong(let limit): "The URL is longer than \(limit) characters."
        case .notAnOrigin:
            "An org's URL ends after its host, as in https://acme.okta.com."
        case .adminConsole:
            "This is the address of the admin console. The API is at the same one without -admin."
        }
    }
}

/// The parts of a URL that the rules ask for.
struct EndpointURL {
    /// In lower case, an IPv6 address without its brackets.
    let host: String
    /// Everything after host and port.
    let tail: String

    /// Takes `https` URLs, and `http` ones to a loopback host.
    init(_ text: String) throws(URLProblem) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .whiteSpace }
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notASCII }
        let isSecure = text.prefix(8).lowercased() == "https://"
        guard isSecure || text.prefix(7).lowercased() == "http://" else { throw .noScheme }
        let afterScheme = text.dropFirst(isSecure ? 8 : 7)
        let authority = afterScheme.prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else { throw .userInfo }
        let (host, port) = Self.split(authority)
        guard !host.isEmpty else { throw .noHost }
        guard Self.isHost(host) || Self.isBracketed(host) else { throw .badHost }
        if let port {
            guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(port),
                (1...65535).contains(number)
            else { throw .badPort }
        }
        let tail = afterScheme.dropFirst(authority.count)
        guard !tail.contains("#") else { throw .fragment }
        let bare = Self.isBracketed(host) ? String(host.dropFirst().dropLast()) : host
        self.host = bare.lowercased()
        self.tail = String(tail)
        guard isSecure || LoopbackName.isLoopback(self.host) else { throw .plainHTTP }
    }

    private static func split(_ authority: Substring) -> (host: String, port: String?) {
        let start = authority.lastIndex(of: "]") ?? authority.startIndex
        guard let colon = authority[start...].firstIndex(of: ":") else {
            return (String(authority), nil)
        }
        return (String(authority[..<colon]), String(authority[authority.index(after: colon)...]))
    }

    private static func isBracketed(_ host: String) -> Bool {
        guard host.hasPrefix("["), host.hasSuffix("]") else { return false }
        let inner = host.dropFirst().dropLast()
        return inner.contains(":")
            && inner.utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
    }

    /// Whether a text is a host name or an IPv4 address by its characters: labels of letters, digits,
    /// `-` and `_`, with one dot between them.
    static func isHost(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 253 else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            Address.isKey(String(label))
        }
    }
}

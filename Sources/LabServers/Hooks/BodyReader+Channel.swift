import Foundation

/// What the bodies of several kinds have in common.
extension BodyReader {
    /// Header names Okta keeps to itself. The documentation says there are such and names
    /// `Accept`; the others are what its calls carry anyway.
    private static let reservedHeaders: Set<String> = [
        "accept", "connection", "content-length", "content-type", "host", "transfer-encoding",
        "user-agent", "x-okta-request-id", "x-okta-verification-challenge",
    ]

    /// The object's name.
    mutating func name() throws(OktaError) -> String {
        let name = try requiredText("name")
        if name.count > 255 {
            refuse("name: The field is too long; at most 255 characters are allowed")
        }
        return name
    }

    /// The one version of a channel there is.
    mutating func checkChannelVersion() throws(OktaError) {
        let version = try requiredText("channel.version")
        if !version.isEmpty, version != "1.0.0" {
            refuse("channel.version: The version \(version) is not supported")
        }
    }

    /// An address the org may call; a cause names it by the last part of its path.
    mutating func address(_ path: String) throws(OktaError) -> String {
        let address = try requiredText(path)
        if !address.isEmpty, let cause = Self.fault(ofAddress: address) {
            refuse("\(path.split(separator: ".").last ?? ""): \(cause)")
        }
        return address
    }

    /// Okta takes https alone; the lab takes http as well where it leads back to this machine.
    private static func fault(ofAddress text: String) -> String? {
        if text.count > 1024 { return "The field is too long; at most 1024 characters are allowed" }
        if text.contains(where: \.isWhitespace) { return "White space is not allowed" }
        if LoopbackURL(text) != nil { return nil }
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty else {
            return "The URL is not valid"
        }
        return parts.scheme?.lowercased() == "https" ? nil : "The URL must use https"
    }

    mutating func channelHeaders() throws(OktaError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for item in try list("channel.config.headers") {
            guard let key = item["key"]?.text, let value = item["value"]?.text else {
                throw .notWellFormed
            }
            if key.isEmpty {
                refuse("headers: The key cannot be left blank")
            } else if Self.reservedHeaders.contains(key.lowercased()) {
                refuse("headers: The header \(key) is reserved")
            }
            headers.append(HeaderField(key, value))
        }
        return headers
    }

    /// The auth header; its value may be left out, which is for the caller to judge.
    mutating func authScheme() throws(OktaError) -> AuthScheme? {
        guard let scheme = value("channel.config.authScheme") else { return nil }
        guard scheme.members != nil else { throw .notWellFormed }
        try requiredWord("channel.config.authScheme.type", of: ["HEADER"])
        let key = try requiredText("channel.config.authScheme.key")
        return AuthScheme(key: key, value: try optionalText("channel.config.authScheme.value"))
    }
}

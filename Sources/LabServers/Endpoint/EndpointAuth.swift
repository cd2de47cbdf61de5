/// The header a caller has to send.
package struct EndpointAuth: Sendable, Equatable {
    package let header: String
    package let value: String

    /// Reads `Header: value`.
    package init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        header = String(text[..<colon].filter { !$0.isWhitespace })
        value = String(text[text.index(after: colon)...].drop(while: \.isWhitespace))
        guard !header.isEmpty, !value.isEmpty else { return nil }
    }

    func admits(_ request: LabRequest) -> Bool {
        request.header(header) == value
    }
}

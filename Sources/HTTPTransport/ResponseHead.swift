/// Puts the header lines of one answer together as they arrive.
///
/// 1xx blocks come before the answer and are dropped; trailers come after its body and are dropped
/// too. A line that begins with a blank continues the one before it.
struct ResponseHead {
    /// A generous bound for all header lines of one exchange.
    static let maxBytes = 256 << 10

    private(set) var headers: [(name: String, value: String)] = []
    private(set) var bytes = 0
    private var stage = Stage.beforeStatus
    private var isInformational = false

    private enum Stage { case beforeStatus, fields, complete }

    /// Whether the blank line that ends the answer's own headers has come.
    var isComplete: Bool { stage == .complete }

    /// Takes one line with its ending. False when the block has grown past its bound.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes += line.count
        guard bytes <= Self.maxBytes else { return false }
        var end = line.endIndex
        while end > 0, line[end - 1] == UInt8(ascii: "\n") || line[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        take(text: String(decoding: line[..<end], as: UTF8.self))
        return true
    }

    private mutating func take(text: String) {
        switch stage {
        case .beforeStatus:
            guard text.hasPrefix("HTTP/") else { return }
            headers = []
            let code = text.split(separator: " ", maxSplits: 2).dropFirst().first ?? ""
            isInformational = code.utf8.count == 3 && code.hasPrefix("1")
            stage = .fields
        case .fields:
            if text.isEmpty {
                stage = isInformational ? .beforeStatus : .complete
            } else if text.hasPrefix(" ") || text.hasPrefix("\t") {
                continueLast(with: HTTPField.trimmed(text[...]))
            } else if let colon = text.firstIndex(of: ":") {
                let name = HTTPField.trimmed(text[..<colon]).lowercased()
                let value = HTTPField.trimmed(text[text.index(after: colon)...])
                headers.append((name: name, value: value))
            }
        case .complete:
            break
        }
    }

    private mutating func continueLast(with text: String) {
        guard let last = headers.indices.last else { return }
        let value = headers[last].value
        headers[last].value = value.isEmpty || text.isEmpty ? value + text : "\(value) \(text)"
    }
}

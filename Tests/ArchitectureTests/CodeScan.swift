/// Tells code from comments and from the contents of string literals. What is interpolated into a
/// string is code.
struct CodeScan {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []

    /// The code of a text: each comment gone, each literal `""`, each line where it was.
    static func code(of text: String) -> String {
        var scan = CodeScan(bytes: Array(text.utf8))
        scan.code(untilParenthesis: false)
        return String(decoding: scan.output, as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// What may begin or end something else than plain code.
    private static let marks = Set("/\"#()".utf8)

    private mutating func code(untilParenthesis: Bool) {
        var depth = 0
        while position < bytes.count {
            guard Self.marks.contains(bytes[position]) else {
                output.append(bytes[position])
                position += 1
                continue
            }
            if starts("//") {
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
                    position += 1
                }
            } else if starts("/*") {
                comment()
            } else if let hashes = hashesBeforeQuote() {
                string(hashes: hashes)
            } else {
                if starts("(") { depth += 1 }
                if starts(")") {
                    if depth == 0, untilParenthesis { return }
                    depth -= 1
                }
                output.append(bytes[position])
                position += 1
            }
        }
    }

    private mutating func comment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                position += 2
            } else if starts("*/") {
                depth -= 1
                position += 2
            } else {
                keepLine()
                position += 1
            }
        } while depth > 0 && position < bytes.count
        // So that what stands before and after stays two words.
        output.append(UInt8(ascii: " "))
    }

    private mutating func string(hashes: Int) {
        position += hashes
        let isLong = starts("\"\"\"")
        let end = (isLong ? "\"\"\"" : "\"") + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        position += isLong ? 3 : 1
        output += Array("\"".utf8)
        while position < bytes.count, !starts(end) {
            if starts(escape + "(") {
                position += escape.utf8.count + 1
                output += Array(" (".utf8)
                code(untilParenthesis: true)
                output += Array(") ".utf8)
                position += 1
            } else if starts(escape) {
                position += escape.utf8.count
                if position < bytes.count { keepLine() }
                position += 1
            } else {
                // A quote in a regular expression begins no string that goes on below.
                if !isLong, starts("\n") { break }
                keepLine()
                position += 1
            }
        }
        if starts(end) { position += end.utf8.count }
        output += Array("\"".utf8)
    }

    private mutating func keepLine() {
        if bytes[position] == UInt8(ascii: "\n") { output.append(bytes[position]) }
    }

    private func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    /// The number of `#` before the quote that stands here; nil where no string begins.
    private func hashesBeforeQuote() -> Int? {
        var end = position
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - position : nil
    }
}

import Foundation

/// A regular expression that has to fit the whole of a text, as Java's `matches` wants it.
struct FilterPattern {
    private let expression: NSRegularExpression

    /// How often the search may ask whether to go on, lest a pattern such as `(a*)*b` never ends.
    private static let mostSteps = 1000

    init(_ pattern: String) throws(FilterFailure) {
        let pattern = Self.plain(pattern)
        do {
            // By itself first: `a)|(b` is broken, and would not be within the brackets. An empty one,
            // which fits an empty text, is not taken without them.
            if !pattern.isEmpty { _ = try NSRegularExpression(pattern: pattern) }
            expression = try NSRegularExpression(pattern: "\\A(?:\(pattern))\\z")
        } catch {
            throw FilterFailure("a pattern is broken")
        }
    }

    func matches(_ text: String) throws(FilterFailure) -> Bool {
        var isMatch = false
        var steps = 0
        var isStopped = false
        expression.enumerateMatches(
            in: text, options: .reportProgress, range: NSRange(text.startIndex..., in: text)
        ) { match, _, stop in
            if match != nil { isMatch = true }
            steps += 1
            isStopped = steps > Self.mostSteps
            stop.pointee = ObjCBool(isStopped || isMatch)
        }
        if isStopped { throw FilterFailure("a pattern takes too long") }
        return isMatch
    }

    /// With Java's idea of `\w`, `\d` and `\s`, which is ASCII's.
    private static func plain(_ pattern: String) -> String {
        let classes: [Character: String] = [
            "w": "[a-zA-Z0-9_]", "W": "[^a-zA-Z0-9_]", "d": "[0-9]", "D": "[^0-9]",
            "s": "[ \\t\\n\\u000B\\f\\r]", "S": "[^ \\t\\n\\u000B\\f\\r]",
        ]
        var plain = ""
        var rest = Substring(pattern)
        while let character = rest.popFirst() {
            guard character == "\\", let escaped = rest.popFirst() else {
                plain.append(character)
                continue
            }
            plain += classes[escaped] ?? "\\\(escaped)"
        }
        return plain
    }
}

import Vocabulary

/// A text of the manifest with its `${var.NAME}` still in it.
struct Template: Sendable {
    private enum Part: Sendable {
        case text(String)
        case variable(String)
    }

    /// What is wrong with how a template is written.
    enum Mistake: Error, Hashable {
        /// `${` without its `}`.
        case unterminated
        /// Anything but `var.NAME` in the braces.
        case unknownExpression(String)
    }

    let location: SourceLocation
    private let parts: [Part]

    /// Whether it is the same in every org.
    var isConstant: Bool {
        parts.allSatisfy {
            switch $0 {
            case .text: true
            case .variable: false
            }
        }
    }

    /// The names of its variables, in the order in which they stand.
    var variables: [String] {
        parts.compactMap { if case .variable(let name) = $0 { name } else { nil } }
    }

    /// Reads `${var.NAME}`; `$${` is a `${` that means itself.
    init(_ source: String, at location: SourceLocation) throws(Mistake) {
        self.location = location
        guard source.utf8.contains(UInt8(ascii: "$")) else {
            parts = [.text(source)]
            return
        }
        // By scalars: a mark may join a brace in one character.
        var parts: [Part] = []
        var literal = String.UnicodeScalarView()
        var rest = source.unicodeScalars[...]
        while let dollar = rest.firstIndex(of: "$") {
            literal += rest[..<dollar]
            rest = rest[dollar...]
            if rest.starts(with: "$${".unicodeScalars) {
                literal += "${".unicodeScalars
                rest = rest.dropFirst(3)
            } else if rest.starts(with: "${".unicodeScalars) {
                guard let end = rest.firstIndex(of: "}") else { throw .unterminated }
                let expression = String(rest[..<end].dropFirst(2))
                let name = String(expression.dropFirst("var.".count))
                guard expression.hasPrefix("var."), Address.isKey(name) else {
                    throw .unknownExpression(String(rest[...end]))
                }
                parts += [.text(String(literal)), .variable(name)]
                literal.removeAll()
                rest = rest[rest.index(after: end)...]
            } else {
                literal.append("$")
                rest = rest.dropFirst()
            }
        }
        literal += rest
        parts.append(.text(String(literal)))
        self.parts = parts
    }

    /// The text with values put in; nil when a variable has none.
    func text(_ values: [String: String]) -> String? {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .variable(let name):
                guard let value = values[name] else { return nil }
                result += value
            }
        }
        return result
    }
}

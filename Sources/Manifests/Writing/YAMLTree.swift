/// A piece of YAML that is to be written: by us, so only what a manifest needs.
indirect enum YAMLTree: Sendable {
    struct Entry: Sendable {
        let key: String
        let value: YAMLTree
        /// Lines that stand above it.
        var comments: [String] = []
    }

    /// A text, in quotes where YAML needs them.
    case text(String)
    /// A number or a truth value, as it is.
    case word(String)
    /// In brackets where that fits on the line, else an item a line.
    case list([String])
    /// In braces where that fits on the line, else an entry a line.
    case flow([Entry])
    /// An entry a line.
    case block([Entry])
}

extension YAMLTree {
    /// How long a line may be before a list or a mapping is spread over several.
    private static let width = 100

    /// Entries as lines of a block, each line with its line end.
    static func lines(_ entries: [Entry], indent: Int = 0) -> String {
        var result = ""
        let margin = String(repeating: " ", count: indent)
        for entry in entries {
            for comment in entry.comments {
                result += "\(margin)# \(singleLine(comment))\n"
            }
            let head = margin + YAMLScalarText.inline(entry.key, .flow) + ":"
            result += head + entry.value.tail(after: head, indent: indent) + "\n"
        }
        return result
    }

    /// What follows a key and its colon.
    private func tail(after head: String, indent: Int) -> String {
        if let inline, (head + inline).unicodeScalars.count < Self.width || isShortest {
            return " " + inline
        }
        let margin = String(repeating: " ", count: indent + 2)
        switch self {
        case .text(let text): return " " + YAMLScalarText.block(text, margin: margin)
        case .word(let word): return " " + word
        case .list(let items):
            return items.map { "\n\(margin)- \(YAMLScalarText.inline($0, .block))" }.joined()
        case .flow(let entries), .block(let entries):
            return "\n" + String(Self.lines(entries, indent: indent + 2).dropLast())
        }
    }

    /// Whether no other way of writing it is any shorter.
    private var isShortest: Bool {
        switch self {
        case .text: false
        case .word: true
        case .list(let items): items.isEmpty
        case .flow(let entries), .block(let entries): entries.isEmpty
        }
    }

    /// It as part of a line; nil for what needs lines of its own.
    private var inline: String? {
        switch self {
        case .text: return nil
        case .word(let word): return word
        case .list(let items):
            return "[" + items.map { YAMLScalarText.inline($0, .flow) }.joined(separator: ", ")
                + "]"
        case .block(let entries): return entries.isEmpty ? "{}" : nil
        case .flow(let entries):
            var parts: [String] = []
            for entry in entries {
                guard entry.comments.isEmpty else { return nil }
                let key = YAMLScalarText.inline(entry.key, .flow)
                if case .text(let text) = entry.value {
                    parts.append("\(key): \(YAMLScalarText.inline(text, .flow))")
                } else if let value = entry.value.inline {
                    parts.append("\(key): \(value)")
                } else {
                    return nil
                }
            }
            return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
        }
    }

    /// A comment's text without what would end its line.
    private static func singleLine(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(YAMLScalarText.isVisible(scalar) ? scalar : " ")
        }
        return result
    }
}

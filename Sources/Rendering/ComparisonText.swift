import Planning

extension ComparisonView {
    /// The differences as text, address by address, and one line that counts.
    func text(_ style: TextStyle) -> String {
        let orgs = comparison.orgs.map(\.name)
        return style.text(
            [.heading(title)] + differences.flatMap { [.blank] + $0.blocks(orgs) }
                + [.blank, .line("\(summary)")])
    }
}

extension DifferenceView {
    fileprivate func blocks(_ orgs: [String]) -> [TextBlock] {
        var blocks: [TextBlock] = [
            .line("\("~", .changed) \(difference.address, .heading)", indent: 2)
        ]
        func add(_ words: [StyledText], indent: Int) {
            blocks.append(
                .table(
                    TextTable(rows: zip(orgs, words).map { [StyledText($0), $1] }), indent: indent))
        }
        if let presence { add(presence.map { StyledText($0) }, indent: 6) }
        for value in values {
            blocks.append(.line("\(value.label)", indent: 6))
            add(value.sides.map(\.text), indent: 8)
            if value.meansTheSame {
                blocks.append(.line("\(AttributeRowText.noDifference, .faint)", indent: 8))
            }
        }
        if let verified {
            blocks.append(.line("verified", indent: 6))
            add(verified.map { StyledText($0) }, indent: 8)
        }
        return blocks
    }
}

extension DifferingValue.Side {
    fileprivate var text: StyledText {
        let words: StyledText =
            switch content {
            case .none: "none"
            case .names(let names, let hasOthers):
                names.isEmpty
                    ? (hasOthers ? "nothing more" : "none")
                    : StyledText(names.map { "+ \($0)" }.joined(separator: ", "))
            case .value(let value): value.inline
            }
        return words + (remark.map { ", \($0)" } ?? "")
    }
}

extension ShownValue {
    /// The value on one line.
    var inline: StyledText {
        switch self {
        case .text(let text): StyledText(quoted(text))
        case .word(let word): StyledText(word)
        case .names(let names): StyledText(names.joined(separator: ", "))
        case .secret: "\(symbol: .mask)"
        case .unknown: StyledText(Self.unknownWords)
        }
    }

    /// The words for a value that exists and that Tenterhook has never seen.
    static let unknownWords = "unknown (never seen)"
}

import Kinds
package import Planning
import Vocabulary

/// What differs between two orgs, address by address, and one line that counts.
package func renderComparison(_ comparison: Comparison, style: TextStyle) -> String {
    let names = comparison.orgs.map { "\(style.visible($0.name)) (\(style.visible($0.url)))" }
    var lines = [style.paint("Compared: \(names.joined(separator: " and "))", .heading)]
    let block = ComparisonText(orgs: comparison.orgs.map(\.name), style: style)
    for difference in comparison.differences { lines += [""] + block.lines(difference) }
    var same = "\(quantity(comparison.same, "resource")) the same but for vars"
    if comparison.inNeither > 0 { same += "; \(comparison.inNeither) in neither org" }
    lines += [
        "",
        comparison.isEmpty
            ? "No differences: \(same)."
            : "\(quantity(comparison.differences.count, "resource")) "
                + (comparison.differences.count == 1 ? "differs" : "differ") + "; \(same).",
    ]
    return text(lines)
}

/// One address at which two orgs differ: each thing that does, with a line for each org.
private struct ComparisonText {
    let orgs: [String]
    let style: TextStyle

    func lines(_ difference: Comparison.Difference) -> [String] {
        var lines = [
            "  " + style.paint("~", .changed) + " "
                + style.paint(style.visible(difference.address.description), .heading)
        ]
        let isThere = Set(difference.presence).count > 1 || Set(difference.isDeclared).count > 1
        if isThere {
            lines += rows(
                zip(difference.presence, difference.isDeclared).map { words($0, isDeclared: $1) },
                indent: 6)
        }
        let kind = KindRegistry.kind(of: difference.address)
        for value in difference.values {
            lines.append("      " + style.visible(AttributeRow.label(value.path, kind: kind)))
            lines += rows(words(value, of: kind?.attribute(value.path.attribute)), indent: 8)
            if value.meansTheSame(to: kind) {
                lines.append("        " + style.paint(AttributeRowText.noDifference, .faint))
            }
        }
        if !difference.verified.isEmpty {
            lines.append("      verified")
            lines += rows(difference.verified.map { $0 ? "yes" : "no" }, indent: 8)
        }
        return lines
    }

    /// A line for each org, its words in one column.
    private func rows(_ words: [String], indent: Int) -> [String] {
        let names = orgs.map { style.visible($0) }
        let width = names.map(displayWidth).max() ?? 0
        return zip(names, words).map { name, words in
            String(repeating: " ", count: indent) + name
                + String(repeating: " ", count: width - displayWidth(name) + 2) + words
        }
    }

    private func words(_ presence: Comparison.Presence, isDeclared: Bool) -> String {
        switch presence {
        case .there: isDeclared ? "in the org" : "in the org, not in the manifest any more"
        case .notApplied: "declared, not applied yet"
        case .deleted: isDeclared ? "declared, deleted in the org" : "deleted in the org"
        case .none: "not declared"
        }
    }

    /// What stands on each side. Of sets only what the other side does not have.
    private func words(_ value: Comparison.Value, of attribute: Attribute?) -> [String] {
        let isSecret = value.sides.contains { $0.value?.isSensitive == true }
        let names = value.sides.map { $0.value?.names.map(Set.init) ?? [] }
        let isSet = value.sides.contains { $0.value?.names != nil }
        return value.sides.enumerated().map { place, side in
            var words: String
            if isSet {
                let more = names[place].subtracting(names[1 - place]).sorted()
                words = more.map { "+ " + style.visible($0) }.joined(separator: ", ")
                if more.isEmpty { words = names[place].isEmpty ? "none" : "nothing more" }
            } else {
                words = shown(side.value, isSecret: isSecret, of: attribute)
            }
            if side.isAsDeclared == false {
                words +=
                    isSecret && side.value != nil
                    ? ", not the recorded one" : ", not as declared"
            }
            return words
        }
    }

    private func shown(
        _ value: AttributeValue?, isSecret: Bool, of attribute: Attribute?
    ) -> String {
        guard let value else { return "none" }
        // The other side's secret may be the very same text.
        if isSecret { return style.mask }
        return switch ShownValue(value, of: attribute) {
        case .text(let text): style.quoted(text)
        case .word(let word): style.visible(word)
        case .names(let names): names.map { style.visible($0) }.joined(separator: ", ")
        case .secret: style.mask
        case .unknown: style.unknown
        }
    }
}

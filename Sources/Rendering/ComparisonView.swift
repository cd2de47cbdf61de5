import Kinds
package import Planning
import Vocabulary

/// The differences between two orgs for a reader, as plain words and values.
package struct ComparisonView: Sendable {
    let comparison: Comparison

    package init(_ comparison: Comparison) { self.comparison = comparison }

    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        }
    }

    var title: String {
        let names = comparison.orgs.map { "\($0.name) (\($0.url))" }
        return "Compared: \(names.joined(separator: " and "))"
    }

    var summary: String {
        var same = "\(quantity(comparison.same, "resource")) the same but for vars"
        if comparison.inNeither > 0 { same += "; \(comparison.inNeither) in neither org" }
        return comparison.isEmpty
            ? "No differences: \(same)."
            : "\(quantity(comparison.differences.count, "resource")) "
                + (comparison.differences.count == 1 ? "differs" : "differ") + "; \(same)."
    }

    var differences: [DifferenceView] { comparison.differences.map(DifferenceView.init) }
}

/// One address at which two orgs differ. Lists of two are in the order of the orgs.
struct DifferenceView {
    let difference: Comparison.Difference

    private var kind: ResourceKind? { KindRegistry.kind(of: difference.address) }

    /// The places of the object in words; nil if both orgs have it and declare it alike.
    var presence: [String]? {
        guard Set(difference.presence).count > 1 || Set(difference.isDeclared).count > 1 else {
            return nil
        }
        return zip(difference.presence, difference.isDeclared).map { presence, isDeclared in
            switch presence {
            case .there: isDeclared ? "in the org" : "in the org, not in the manifest any more"
            case .notApplied: "declared, not applied yet"
            case .deleted: isDeclared ? "declared, deleted in the org" : "deleted in the org"
            case .none: "not declared"
            }
        }
    }

    var values: [DifferingValue] {
        difference.values.map { DifferingValue(value: $0, kind: kind) }
    }

    /// The verification of each org in words; nil if that doesn't differ.
    var verified: [String]? {
        difference.verified.isEmpty ? nil : difference.verified.map { $0 ? "yes" : "no" }
    }
}

/// One attribute that differs between two orgs.
struct DifferingValue {
    let value: Comparison.Value
    let kind: ResourceKind?

    /// The value of one org.
    struct Side {
        enum Content {
            /// The names that only this side has, and whether it has any at all.
            case names([String], hasOthers: Bool)
            case value(ShownValue)
            case none
        }

        let content: Content
        /// The deviation from what the manifest or the state says; nil if there is none.
        let remark: String?
    }

    var label: String { AttributeRow.label(value.path, kind: kind) }

    /// True if one of the sides is a secret. The other side's text may be the very same one.
    var isSecret: Bool { value.sides.contains { $0.value?.isSensitive == true } }

    var meansTheSame: Bool {
        value.sides.count == 2
            && kind?.meansTheSame(value.path, value.sides[0].value, value.sides[1].value) ?? false
    }

    var sides: [Side] {
        let names = value.sides.map { $0.value?.names.map(Set.init) ?? [] }
        let isSet = value.sides.contains { $0.value?.names != nil }
        return value.sides.enumerated().map { place, side in
            let content: Side.Content =
                if isSet {
                    .names(
                        names[place].subtracting(names[1 - place]).sorted(),
                        hasOthers: !names[place].isEmpty)
                } else if let shown = side.value {
                    .value(
                        isSecret
                            ? .secret : ShownValue(shown, of: kind?.attribute(value.path.attribute))
                    )
                } else {
                    .none
                }
            let deviation =
                isSecret && side.value != nil ? "not the recorded one" : "not as declared"
            return Side(content: content, remark: side.isAsDeclared == false ? deviation : nil)
        }
    }
}

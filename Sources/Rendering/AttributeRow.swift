import Kinds
import Vocabulary

/// One attribute of a resource, or one entry of a map, as people see it; no text yet, but masked.
struct AttributeRow: Hashable {
    enum Sign: String, Hashable {
        case added = "+"
        case removed = "-"
        case changed = "~"
        /// Neither: it stays.
        case none = " "

        var role: TextStyle.Role {
            switch self {
            case .added: .added
            case .removed: .removed
            case .changed: .changed
            case .none: .faint
            }
        }
    }

    enum Content: Hashable {
        case value(ShownValue)
        case change(ShownValue, ShownValue)
        /// A secret that is not the one it was.
        case changedSecret
        /// A set of names of which some came and some went.
        case names(added: [String], removed: [String], unchanged: Int)
        /// A value carried over by a write that replaces the whole.
        case kept(ShownValue)
    }

    var sign: Sign
    var label: String
    var content: Content
    /// True if Okta does the same with both values of a change.
    var meansTheSame = false
}

/// A value that may be shown.
enum ShownValue: Hashable {
    /// A text from outside, shown in quotes.
    case text(String)
    /// A word of our own, shown as it is.
    case word(String)
    case names([String])
    case secret
    case unknown

    init(_ value: AttributeValue, of attribute: Attribute?) {
        switch value {
        case .text(let text):
            // `ACTIVE` on the wire; the manifest says `active`.
            let isStatus = attribute?.has(.lifecycleStatus) == true
            self = isStatus ? .word(text.lowercased()) : .text(text)
        case .names(let names): self = .names(names)
        case .secret: self = .secret
        case .unknown: self = .unknown
        case .reference(let address): self = .word("(id of \(address), known after apply)")
        }
    }
}

extension AttributeRow {
    /// The rows of what differs between two sides, then of what is kept, in the kind's own order.
    static func rows(
        before: Attributes, after: Attributes, kept: [AttributePath] = [], kind: ResourceKind?
    ) -> [AttributeRow] {
        let keptPaths = Set(kept)
        return orderedPaths(before.paths + after.paths, kind: kind).compactMap { path in
            row(
                path, before: before[path], after: after[path], isKept: keptPaths.contains(path),
                kind: kind)
        }
    }

    /// The rows of one object, all without a sign.
    static func rows(of attributes: Attributes, kind: ResourceKind?) -> [AttributeRow] {
        orderedPaths(attributes.paths, kind: kind).compactMap { path in
            attributes[path].map { value in
                AttributeRow(
                    sign: .none, label: label(path, kind: kind),
                    content: .value(ShownValue(value, of: kind?.attribute(path.attribute))))
            }
        }
    }

    private static func row(
        _ path: AttributePath, before: AttributeValue?, after: AttributeValue?, isKept: Bool,
        kind: ResourceKind?
    ) -> AttributeRow? {
        let attribute = kind?.attribute(path.attribute)
        let label = label(path, kind: kind)
        func shown(_ value: AttributeValue) -> ShownValue { ShownValue(value, of: attribute) }

        if isKept, let after {
            return AttributeRow(sign: .none, label: label, content: .kept(shown(after)))
        }
        if kind?.same(path, before, after) ?? (before == after) { return nil }
        switch (before, after) {
        case (nil, nil): return nil
        case (nil, let after?):
            return AttributeRow(sign: .added, label: label, content: .value(shown(after)))
        case (let before?, nil):
            return AttributeRow(sign: .removed, label: label, content: .value(shown(before)))
        case (.names(let before)?, .names(let after)?):
            let (before, after) = (Set(before), Set(after))
            return AttributeRow(
                sign: .changed, label: label,
                content: .names(
                    added: after.subtracting(before).sorted(),
                    removed: before.subtracting(after).sorted(),
                    unchanged: after.intersection(before).count))
        case (.unknown?, let after?) where after.isSensitive:
            return AttributeRow(sign: .changed, label: label, content: .change(.unknown, .secret))
        case (let before?, let after?):
            // A secret on one side makes the other one: its value may be the very same text.
            let isSecret = before.isSensitive || after.isSensitive
            return AttributeRow(
                sign: .changed, label: label,
                content: isSecret ? .changedSecret : .change(shown(before), shown(after)),
                meansTheSame: kind?.meansTheSame(path, before, after) ?? false)
        }
    }

    /// As the manifest calls it: `url`, `headers["X-Team"]`.
    static func label(_ path: AttributePath, kind: ResourceKind?) -> String {
        AttributePath(
            kind?.attribute(path.attribute)?.manifestName ?? path.attribute, key: path.key
        ).description
    }

    /// Each path once, in the order in which the kind declares its attributes, then by entry; what
    /// the kind does not know comes last.
    private static func orderedPaths(
        _ paths: [AttributePath], kind: ResourceKind?
    ) -> [AttributePath] {
        var places: [String: Int] = [:]
        for (place, attribute) in (kind?.attributes ?? []).enumerated() {
            places[attribute.path] = place
        }
        return Set(paths).sorted { a, b in
            let (x, y) = (places[a.attribute] ?? .max, places[b.attribute] ?? .max)
            return x == y ? a < b : x < y
        }
    }
}

import Kinds
import Planning
import Vocabulary

/// The uses of one object, for a reader.
struct UseView: Hashable {
    /// The address of the object, or a heading in its place.
    let head: String
    let finding: WhereUsed.Finding

    /// The uses of all objects that were asked about, sorted by address.
    static func all(_ whereUsed: WhereUsed) -> [UseView] {
        whereUsed.findings.sorted { $0.key < $1.key }.map {
            UseView(head: $0.key.description, finding: $0.value)
        }
    }

    /// The finding in words; nil if the uses are listed.
    var words: String? {
        switch finding {
        case .unlisted(let words): words
        case .notKnown(let reason): "not known; \(reason)"
        case .used(let uses): uses.isEmpty ? "nothing was found that refers to it" : nil
        }
    }

    /// Each use in words: `rule "A" of policy "B" (inactive)`.
    var uses: [String] {
        guard case .used(let uses) = finding else { return [] }
        return uses.map { use in
            use.parts.map { "\($0.noun) \"\($0.name)\"" }.joined(separator: " of ")
                + (use.isActive ? "" : " (inactive)")
        }
    }
}

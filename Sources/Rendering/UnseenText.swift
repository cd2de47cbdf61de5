import Kinds
import Planning
import Vocabulary

/// The secrets that a plan takes on trust, and what makes them known; no lines when there is none.
struct UnseenText {
    let style: TextStyle

    /// More than these are counted, for a whole org may have been adopted.
    private static let mostNamed = 10

    func lines(_ unseen: [UnseenSecrets]) -> [String] {
        if unseen.isEmpty { return [] }
        var names = unseen.prefix(Self.mostNamed).map(name)
        if unseen.count > Self.mostNamed { names.append("\(unseen.count - Self.mostNamed) more") }
        let count = unseen.reduce(0) { $0 + $1.paths.count }
        let (it, what) = count == 1 ? ("it", "1 secret") : ("them", "\(count) secrets")
        let isProvable = unseen.contains { secrets in
            secrets.paths.contains { path in
                KindRegistry.kind(of: secrets.address)?.isProvable(path.attribute) == true
            }
        }
        let way =
            "\(what) unknown, since never seen: \(names.joined(separator: ", ")). The next write "
            + "sets \(it)" + (isProvable ? "; or prove \(it) now:" : ".")
        return style.wrapped(way, indent: 0)
            + (isProvable ? commandLines(["tenterhook adopt --prove-secret"], style: style) : [])
    }

    private func name(_ secrets: UnseenSecrets) -> String {
        let kind = KindRegistry.kind(of: secrets.address)
        let labels = secrets.paths.map { AttributeRow.label($0, kind: kind) }
        return style.visible("\(secrets.address) (\(labels.joined(separator: ", ")))")
    }
}

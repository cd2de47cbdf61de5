package import JSON
import Kinds
package import Planning
import Vocabulary

/// What uses each object, as a section of a plan; no lines where nothing was asked about.
func whereUsedLines(_ whereUsed: WhereUsed, style: TextStyle) -> [String] {
    guard !whereUsed.findings.isEmpty else { return [] }
    var lines = ["", style.paint("Where used", .heading)]
    for (address, finding) in whereUsed.findings.sorted(by: { $0.key < $1.key }) {
        lines += useLines(address.description, finding, indent: 2, style: style)
    }
    return lines
}

/// What uses one object, below what else is said of it.
func useLines(_ finding: WhereUsed.Finding, style: TextStyle) -> [String] {
    useLines("where used", finding, indent: 0, style: style)
}

/// What uses an object, as JSON: `known`, and what refers to it.
func useDocument(_ finding: WhereUsed.Finding) -> JSONValue {
    switch finding {
    case .used(let uses):
        ["known": true, "used_by": .array(uses.map(useDocument)), "reason": nil]
    case .unlisted(let words), .notKnown(let words):
        ["known": false, "used_by": [], "reason": .string(words)]
    }
}

/// What uses the objects of a plan, as JSON: an object from address to `useDocument`.
package func whereUsedDocument(_ whereUsed: WhereUsed) -> JSONValue {
    .object(
        JSONObject(
            whereUsed.findings.sorted { $0.key < $1.key }.map {
                (key: $0.key.description, value: useDocument($0.value))
            }))
}

private func useDocument(_ use: ObjectUse) -> JSONValue {
    [
        "parts": .array(
            use.parts.map {
                ["noun": .string($0.noun), "name": .string($0.name), "id": .string($0.id)]
            }),
        "active": .bool(use.isActive),
    ]
}

private func useLines(
    _ head: String, _ finding: WhereUsed.Finding, indent: Int, style: TextStyle
) -> [String] {
    let margin = String(repeating: " ", count: indent)
    func sentence(_ words: String) -> [String] {
        style.wrapped("\(head): \(words)", indent: indent)
    }
    switch finding {
    case .unlisted(let words): return sentence(words)
    case .notKnown(let reason): return sentence("not known; \(reason)")
    case .used(let uses) where uses.isEmpty:
        return sentence("nothing was found that refers to it")
    case .used(let uses):
        return [margin + style.visible(head)]
            + uses.flatMap { use in
                style.wrapped(words(for: use), indent: indent + 4)
            }
    }
}

private func words(for use: ObjectUse) -> String {
    use.parts.map { "\($0.noun) \"\($0.name)\"" }.joined(separator: " of ")
        + (use.isActive ? "" : " (inactive)")
}

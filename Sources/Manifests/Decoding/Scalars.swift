import Vocabulary

extension ManifestDecoder {
    /// A text with its variables still in it. A number or `true` is taken as it is written.
    mutating func template(_ node: YAMLNode, _ what: String) -> Template? {
        guard let scalar = node.scalar, !scalar.isNull else {
            expected(what, at: node)
            return nil
        }
        do throws(Template.Mistake) {
            let template = try Template(scalar.text, at: node.location)
            variables.formUnion(template.variables)
            return template
        } catch {
            switch error {
            case .unterminated:
                findings.error(
                    .interpolationUnclosed,
                    "The text holds a ${ without its }. Write $${ for one that means itself.",
                    at: node.location)
            case .unknownExpression(let text):
                findings.error(
                    .interpolationUnknown,
                    "\(findings.quoted(text, at: node.location)) is unknown: only ${var.NAME} is known. Write $${ for a ${ that"
                        + " means itself.", at: node.location)
            }
            return nil
        }
    }

    /// A text in a place where variables are not known.
    mutating func word(_ node: YAMLNode, _ what: String) -> String? {
        guard let scalar = node.scalar, !scalar.isNull else {
            expected(what, at: node)
            return nil
        }
        guard !scalar.text.contains("${") else {
            findings.error(
                .interpolationNotAllowed,
                "${…} is not replaced here: variables are known in endpoints and hooks.",
                at: node.location)
            return nil
        }
        return scalar.text
    }

    /// What people and older YAML write for the two.
    private static let booleanWords: [String: Bool] = [
        "yes": true, "on": true, "y": true, "true": true,
        "no": false, "off": false, "n": false, "false": false,
    ]

    mutating func boolean(_ node: YAMLNode) -> Bool? {
        guard let value = node.scalar?.boolean else {
            let meant = node.scalar.flatMap { Self.booleanWords[$0.text.lowercased()] }
            findings.error(
                .wrongType,
                "Expected true or false, found \(node.found)."
                    + (meant.map { " Write \($0), without quotes." } ?? ""), at: node.location)
            return nil
        }
        return value
    }

    mutating func integer(_ node: YAMLNode, minimum: Int) -> Int? {
        guard let value = node.scalar?.integer else {
            expected("a whole number", at: node)
            return nil
        }
        guard value >= minimum else {
            findings.error(
                .numberOutOfRange,
                "The number must be at least \(minimum).", at: node.location)
            return nil
        }
        return value
    }

    /// One of a few words.
    mutating func choice(_ node: YAMLNode, among words: [String]) -> String? {
        guard let scalar = node.scalar, !scalar.isNull else {
            expected(listed(words, by: "or"), at: node)
            return nil
        }
        guard words.contains(scalar.text) else {
            let near = findings.nearest(to: scalar.text, among: words)
            findings.error(
                .unknownWord,
                "Expected \(listed(words, by: "or")), found "
                    + "\(findings.quoted(scalar.text, at: node.location))."
                    + (near.map { " Did you mean \(quoted($0))?" } ?? ""),
                at: node.location)
            return nil
        }
        return scalar.text
    }
}

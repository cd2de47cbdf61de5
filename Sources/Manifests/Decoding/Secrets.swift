import Vocabulary

/// A value that is a text, or a secret by reference.
enum TextOrSecret: Sendable {
    case text(Template)
    case secret(SecretReference, SourceLocation)

    var location: SourceLocation {
        switch self {
        case .text(let template): template.location
        case .secret(_, let location): location
        }
    }
}

extension ManifestDecoder {
    mutating func textOrSecret(_ node: YAMLNode, _ what: String) -> TextOrSecret? {
        if case .mapping = node.content {
            return secret(node).map { .secret($0, node.location) }
        }
        return template(node, "\(what), which is a text or a secret reference").map { .text($0) }
    }

    /// A secret reference. A secret in clear is an error, and is never repeated in a message.
    mutating func secret(_ node: YAMLNode) -> SecretReference? {
        if let scalar = node.scalar, !scalar.isNull {
            findings.error(
                .secretInPlainText,
                "Whoever can read this file has the secret. Say where it is to be had: { env: NAME"
                    + " }, { file: PATH } or { command: [PROGRAM, ARGUMENT] }. If it is to stand"
                    + " here all the same, write { literal: … }.", at: node.location)
            return nil
        }
        guard let fields = fields(node, as: .secret, at: node.location) else { return nil }
        if let entry = fields["env"] { return environment(entry.value) }
        if let entry = fields["file"] { return file(entry.value) }
        if let entry = fields["command"] { return command(entry.value) }
        return fields["literal"].flatMap { literal($0) }
    }

    private mutating func environment(_ node: YAMLNode) -> SecretReference? {
        guard let name = ownWord(node, "the name of an environment variable") else { return nil }
        let isName =
            Address.isKey(name) && !name.contains("-") && name.first?.isNumber == false
        guard isName else {
            findings.error(
                .invalidVariableName,
                "The name of an environment variable is letters, digits and _, and does not start"
                    + " with a digit. The secret itself does not belong here.", at: node.location)
            return nil
        }
        return .environment(name)
    }

    private mutating func file(_ node: YAMLNode) -> SecretReference? {
        ownWord(node, "the path of a file").map { .file(path($0, in: folder)) }
    }

    /// A program and its arguments, as a reference to what it prints.
    mutating func command(_ node: YAMLNode) -> SecretReference? {
        guard let items = list(node, of: "a program and its arguments") else { return nil }
        guard !items.isEmpty else {
            findings.error(
                .emptyCommand, "A command needs a program to run.",
                at: node.location)
            return nil
        }
        var words: [String] = []
        for item in items {
            guard let scalar = item.scalar, !scalar.isNull, !scalar.text.utf8.contains(0) else {
                expected("a text", at: item)
                return nil
            }
            words.append(scalar.text)
        }
        guard words.first?.isEmpty == false else {
            findings.error(
                .emptyCommand, "A command needs a program to run.",
                at: node.location)
            return nil
        }
        return .command(words)
    }

    private mutating func literal(_ entry: YAMLEntry) -> SecretReference? {
        guard let text = ownWord(entry.value, "the secret") else { return nil }
        findings.warning(
            .secretInPlainText,
            "Whoever can read this file has the secret. Better say where it is to be had: { env: NAME"
                + " }, { file: PATH } or { command: [PROGRAM, ARGUMENT] }.", at: entry.keyLocation)
        return .literal(Secret(text))
    }

    /// A text of a reference's own, in which `${` means itself.
    private mutating func ownWord(_ node: YAMLNode, _ what: String) -> String? {
        guard let scalar = node.scalar, !scalar.isNull else {
            expected(what, at: node)
            return nil
        }
        guard !scalar.text.isEmpty, !scalar.text.utf8.contains(0) else {
            findings.error(
                .emptySecretReference,
                "Expected \(what): a text that is not empty and holds no NUL character.",
                at: node.location)
            return nil
        }
        return scalar.text
    }
}

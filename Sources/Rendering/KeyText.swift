import JSON
package import Kinds
package import Vocabulary

/// A key as the org has it, without its numbers.
package func renderKey(_ address: Address, _ key: LiveObject, style: TextStyle) -> String {
    func row(_ label: String, _ value: ShownValue) -> AttributeRow {
        AttributeRow(sign: .none, label: label, content: .value(value))
    }
    var rows = [row("id", .word(key.id)), row("name", .text(key.name))]
    if let name = key.publicKey?.id { rows.append(row("key id", .word(name))) }
    if let created = key.created { rows.append(row("created", .word(created))) }
    if let isUsed = key.isUsed { rows.append(row("used", .word(isUsed ? "yes" : "no"))) }
    return text(
        [style.paint(style.visible(address.description), .heading)]
            + AttributeRowText(style: style, indent: 0).lines(rows))
}

/// The public half of a recorded key: the JWK, ready to be copied, or how to get it.
func publicKeyLines(
    _ key: PublicKey?, address: Address, style: TextStyle
) -> [String] {
    guard let jwk = key?.jwk else {
        return ["", "The public half is not recorded. To see it:"]
            + commandLines(["tenterhook hook-key \(address) --jwk"], style: style)
    }
    return ["", "public key"]
        + jwk.text(.pretty).split(separator: "\n").map { "  " + style.visible(String($0)) }
}

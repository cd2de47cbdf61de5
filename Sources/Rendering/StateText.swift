import JSON
package import Kinds
import State
package import Vocabulary

extension StateListView {
    /// The resources as a table.
    func text(_ style: TextStyle) -> String {
        if addresses.isEmpty { return style.text([.line("Nothing is recorded.")]) }
        var table = TextTable(headings: ["address", "id", "verified", ""])
        table.rows = addresses.map { address in
            let resource = snapshot.resources[address]
            return [
                "\(address)", "\(resource?.id ?? "-")",
                "\(resource?.isVerified.map { $0 ? "yes" : "no" } ?? "-")",
                "\(openWrite(address) ?? "")",
            ]
        }
        return style.text([.table(table)])
    }
}

extension ResourceView {
    func text(_ style: TextStyle) -> String {
        style.text(
            [.heading(address.description), .rows(rows, indent: 0)] + publicKey
                + (uses.map { [.blank] + $0.blocks() } ?? []))
    }

    /// The public half of a key: the JWK, ready to be copied, or the command that gets it.
    private var publicKey: [TextBlock] {
        guard kind?.publicHalf != nil else { return [] }
        guard let jwk = resource.publicKey?.jwk else {
            return [
                .blank, .line("The public half is not recorded. To see it:"),
                .commands(["tenterhook hook-key \(address) --jwk"]),
            ]
        }
        return [.blank, .line("public key")]
            + jwk.text(.pretty).split(separator: "\n").map { .line("\($0)", indent: 2) }
    }
}

/// A key as the org has it, without its numbers.
package func renderKey(_ address: Address, _ key: LiveObject, style: TextStyle) -> String {
    var rows: [AttributeRow] = [.value("id", .word(key.id)), .value("name", .text(key.name))]
    if let name = key.publicKey?.id { rows.append(.value("key id", .word(name))) }
    if let created = key.created { rows.append(.value("created", .word(created))) }
    if let isUsed = key.isUsed { rows.append(.value("used", .word(isUsed ? "yes" : "no"))) }
    return style.text([.heading(address.description), .rows(rows, indent: 0)])
}

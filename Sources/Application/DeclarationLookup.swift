package import Kinds
import Manifests
package import Vocabulary

extension Workspace {
    /// The manifest's declaration of an address for this org; that there is none ends the command.
    package func declaration(
        of address: Address
    ) throws(ApplicationError) -> ResourceDeclaration {
        if let declaration = declarations.first(where: { $0.address == address }) {
            return declaration
        }
        if let kind = KindRegistry.kind(of: address) {
            let near = nearestAddress(to: address, among: declarations.map(\.address))
            throw .request(
                .notDeclared,
                [
                    "`\(address)` is not declared for the org `\(org.name)`."
                        + (near.map { " Did you mean `\($0)`?" }
                            ?? " Add it to the manifest, with its name in the org, and say the rest"
                            + " as it is to be:")
                ],
                commands: near == nil
                    ? ["\(kind.section):", "  \(address.key):", "    name: …"] : [])
        }
        if address.kind.isEmpty {
            let near = nearestAddress(to: address, among: declarations.map(\.address))
            throw .request(
                .invalidAddress,
                [
                    address.whyNone
                        + (near.map { " Did you mean `\($0)`?" } ?? "")
                ])
        }
        let kinds = KindRegistry.all.map(\.name).joined(separator: ", ")
        throw .request(
            .unknownKind,
            ["`\(address)` is of no kind that is known. The kinds are \(kinds)."])
    }
}

extension Address {
    /// Why one without a kind is none.
    var whyNone: String {
        Self.isKey(key)
            ? "`\(key)` is a key alone; an address has its kind before it."
            : "`\(key)` is no address, which is a kind, a dot and a key."
    }
}

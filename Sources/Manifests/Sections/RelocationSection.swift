import Kinds
import Vocabulary

extension ManifestDecoder {
    mutating func moves(_ node: YAMLNode) -> [Relocations.Move] {
        if node.isNull { return [] }
        return (list(node, of: "moves, such as { from: …, to: … }") ?? []).compactMap { item in
            guard let fields = fields(item, as: .move, at: item.location) else { return nil }
            let from = fields["from"].flatMap { address($0.value) }
            let to = fields["to"].flatMap { address($0.value) }
            guard let from, let to else { return nil }
            return Relocations.Move(from: from, to: to, at: item.location)
        }
    }

    mutating func removals(_ node: YAMLNode) -> [Relocations.Removal] {
        if node.isNull { return [] }
        return (list(node, of: "addresses") ?? []).compactMap { item in
            address(item).map { Relocations.Removal($0, at: item.location) }
        }
    }

    /// The address of a resource that need not be declared, but is of a known kind.
    private mutating func address(_ node: YAMLNode) -> Address? {
        guard let text = word(node, "an address such as event_hook.leavers") else { return nil }
        guard let address = Address(text) else {
            findings.error(
                .invalidAddress,
                "\(findings.quoted(text, at: node.location)) is no address: write the kind and the"
                    + " key, such as event_hook.leavers.", at: node.location)
            return nil
        }
        guard KindRegistry.kind(of: address) != nil else {
            let kinds = KindRegistry.all.map(\.name)
            let near = findings.nearest(to: address.kind, among: kinds)
            findings.error(
                .invalidAddress,
                "\(findings.quoted(address.kind, at: node.location)) is no kind. "
                    + (near.map { "Did you mean \(quoted($0))?" }
                        ?? "The kinds are \(listed(kinds))."),
                at: node.location)
            return nil
        }
        return address
    }
}

import Kinds
import Manifests
import TerraformState
import Vocabulary

/// Secrets that stand where Okta shows them: what Terraform holds as sensitive, and copies of the
/// secrets that its state has in clear, be they of hooks or of anything else.
///
/// In a URL or a header they become references in the manifest. Anywhere else, as in a name, a
/// manifest can only have them in clear, and that is a problem.
struct MisplacedSecrets {
    /// By address; an attribute stands for all its entries.
    private(set) var paths: [Address: Set<AttributePath>] = [:]
    private(set) var problems: [Diagnostic] = []

    /// A shorter secret stands in many a text by chance.
    private static let shortestCopy = 8

    init(in found: [TerraformMatch.Found], of hooks: TerraformHooks, others: OtherSecrets) {
        let secrets = Set(
            (hooks.objects + hooks.deposed).flatMap(\.secrets.values).map { $0.reveal() }
        ).filter { $0.utf8.count >= Self.shortestCopy }
        let marked = others.marked.map { $0.reveal() }
        let likely = others.likely.map { $0.reveal() }
        for item in found {
            let sensitive = item.terraform.reduce(into: Set<String>()) {
                $0.formUnion($1.sensitive)
            }
            for entry in item.object.attributes.entries {
                let isHeld = sensitive.contains(entry.path.attribute)
                let isCopy =
                    Self.texts(of: entry).contains { text in
                        secrets.contains { text.contains($0) }
                    }
                    || Self.isCopy(entry, of: item.object.kind, marked: marked, likely: likely)
                if isHeld || isCopy { note(entry.path, of: item, isCopy: isCopy) }
            }
        }
    }

    private static func texts(of entry: Attributes.Entry) -> [String] {
        [entry.path.key, entry.value.text].compactMap { $0 } + (entry.value.names ?? [])
    }

    /// Whether a value holds a secret that is not a hook's. A client's id or the name of a header is
    /// nobody's secret, though it stands beside one elsewhere; and what is only likely to be a
    /// secret must not stand in the way.
    private static func isCopy(
        _ entry: Attributes.Entry, of kind: ResourceKind, marked: [String], likely: [String]
    ) -> Bool {
        guard let text = entry.value.text, let attribute = kind.attribute(entry.path.attribute)
        else { return false }
        if mayBeReference(attribute) { return (marked + likely).contains { text.contains($0) } }
        let isFreeText = kind.ownAttributes.contains(attribute) && attribute.choices.isEmpty
        return isFreeText && marked.contains { text.contains($0) }
    }

    /// Whether a manifest may take the value from a secret.
    private static func mayBeReference(_ attribute: Attribute?) -> Bool {
        attribute?.has(.endpointURL) == true || attribute?.shape == .pairs
    }

    private mutating func note(
        _ path: AttributePath, of found: TerraformMatch.Found, isCopy: Bool
    ) {
        let attribute = found.object.kind.attribute(path.attribute)
        if Self.mayBeReference(attribute) {
            paths[found.address, default: []].insert(path)
            return
        }
        let name = attribute?.manifestName ?? path.attribute
        let place = found.terraform.first.map { "`\($0.address)`" } ?? "`\(found.address)`"
        let what =
            isCopy ? "holds a secret that Terraform's state has" : "is sensitive in Terraform"
        problems.append(
            Diagnostic(
                .error, .terraformMisplacedSecret,
                detail: "The `\(name)` of \(place) \(what). Okta shows it to every administrator "
                    + "who may read hooks, and a manifest has it in clear. Change it in Okta, or say "
                    + "in Terraform that it is no secret, and import again."))
    }
}

import Kinds
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

    init(in found: [TerraformMatch.Found], of hooks: TerraformHooks, others: Set<Secret>) {
        let secrets = Set(
            (hooks.objects + hooks.deposed).flatMap(\.secrets.values).map { $0.reveal() }
        ).filter { $0.utf8.count >= Self.shortestCopy }
        let other = others.map { $0.reveal() }
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
                    || Self.values(of: entry, in: item.object.kind).contains { text in
                        other.contains { text.contains($0) }
                    }
                if isHeld || isCopy { note(entry.path, of: item, isCopy: isCopy) }
            }
        }
    }

    private static func texts(of entry: Attributes.Entry) -> [String] {
        [entry.path.key, entry.value.text].compactMap { $0 } + (entry.value.names ?? [])
    }

    /// Names of headers and event types are nobody's secret: what is called one elsewhere in a state
    /// may hold such a word too.
    private static func values(of entry: Attributes.Entry, in kind: ResourceKind) -> [String] {
        let isHeaderName = kind.attributes.contains { $0.headerName == entry.path.attribute }
        return isHeaderName ? [] : [entry.value.text].compactMap { $0 }
    }

    private mutating func note(
        _ path: AttributePath, of found: TerraformMatch.Found, isCopy: Bool
    ) {
        let attribute = found.object.kind.attribute(path.attribute)
        if attribute?.has(.endpointURL) == true || attribute?.shape == .pairs {
            paths[found.address, default: []].insert(path)
            return
        }
        let name = attribute?.manifestName ?? path.attribute
        let place = found.terraform.first.map { "`\($0.address)`" } ?? "`\(found.address)`"
        let what =
            isCopy ? "holds a secret that Terraform's state has" : "is sensitive in Terraform"
        problems.append(
            Diagnostic(
                .error, "terraform-misplaced-secret", "A secret stands where it can be read",
                detail: "The `\(name)` of \(place) \(what). Okta shows it to every administrator "
                    + "who may read hooks, and a manifest has it in clear. Change it in Okta, or say "
                    + "in Terraform that it is no secret, and import again."))
    }
}

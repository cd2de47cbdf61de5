import Kinds
package import Reconciling
import State
import Vocabulary

/// The result of an adoption for a reader, as plain words and values.
package struct AdoptionView: Sendable {
    let report: AdoptReport

    package init(_ report: AdoptReport) { self.report = report }

    struct Adopted: Hashable {
        let address: Address
        let id: String
        let name: String?
        /// The secrets that Okta doesn't show, as the manifest calls them.
        let unknown: [String]
    }

    /// Sorted by address.
    var adopted: [Adopted] {
        report.adopted.sorted { $0.key < $1.key }.map { address, resource in
            let kind = KindRegistry.kind(of: address)
            return Adopted(
                address: address, id: resource.id,
                name: kind?.uniqueAttribute.flatMap { resource.attributes[$0]?.text },
                unknown: resource.unknownSecrets.map { AttributeRow.label($0, kind: kind) })
        }
    }

    /// The declared addresses without an object, as a sentence; nil if there are none.
    var missing: String? {
        guard !report.missing.isEmpty else { return nil }
        let addresses = report.missing.map(\.description).joined(separator: ", ")
        return "Not in the org, so that apply makes them: \(addresses)."
    }

    var summary: String {
        report.adopted.isEmpty
            ? "There is nothing to adopt."
            : "\(report.adopted.count) adopted into the state; the org was not touched."
    }
}

/// The result of proving secrets for a reader, as plain words.
package struct ProofsView: Sendable {
    let report: ProveReport

    package init(_ report: ProveReport) { self.report = report }

    struct Entry {
        let address: Address
        let path: AttributePath
        let proof: Proof

        private var kind: ResourceKind? { KindRegistry.kind(of: address) }

        var isProven: Bool { proof.fingerprint != nil }

        var label: String { AttributeRow.label(path, kind: kind) }

        var words: String {
            let noun = kind?.noun ?? "object"
            switch proof {
            case .proven: return "proven"
            case .takesAnything:
                return "the endpoint takes a made-up secret just as well, so its yes says nothing."
            case .refused(let detail): return "the endpoint does not take the manifest's. \(detail)"
            case .unclear(let detail):
                return "the endpoint takes the manifest's, but does not clearly refuse a made-up "
                    + "one. \(detail)"
            case .notAskable:
                return "Okta has no request to \(article(noun)) \(noun)'s endpoint that only asks. "
                    + "The next write sets it."
            case .notDeclared: return "the manifest names none."
            case .missing: return "the org no longer has the \(noun)."
            case .notVerified:
                return "Okta has not verified the endpoint, so the org may hold any. "
                    + "`tenterhook verify` asks it to."
            case .otherChannel(let path):
                let label = AttributeRow.label(path, kind: kind)
                return "the manifest's `\(label)` is not the org's. The next apply sets both."
            }
        }

        private func article(_ noun: String) -> String {
            noun.first.map { "aeiou".contains($0) } == true ? "an" : "a"
        }
    }

    /// Sorted by address, then by path.
    var entries: [Entry] {
        report.proofs.sorted { $0.key < $1.key }.flatMap { address, proofs in
            proofs.sorted { $0.key < $1.key }.map { Entry(address: address, path: $0, proof: $1) }
        }
    }
}

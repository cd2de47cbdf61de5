import Kinds
package import Reconciling
import Vocabulary

/// What came of proving secrets, a line each, and what is left unknown.
package func renderProofs(_ report: ProveReport, style: TextStyle) -> String {
    var lines: [String] = []
    for (address, proofs) in report.proofs.sorted(by: { $0.key < $1.key }) {
        let kind = KindRegistry.kind(of: address)
        for (path, proof) in proofs.sorted(by: { $0.key < $1.key }) {
            let head = style.visible("\(address): \(AttributeRow.label(path, kind: kind)) ")
            let words =
                proof.fingerprint == nil
                ? "still unknown: " + style.visible(words(for: proof, kind: kind))
                : style.paint("proven", .added)
            lines += style.wrapped(head + words, indent: 0)
        }
    }
    return text(lines.isEmpty ? ["No secret is unknown."] : lines)
}

private func words(for proof: Proof, kind: ResourceKind?) -> String {
    let noun = kind?.noun ?? "object"
    switch proof {
    case .proven: return "proven"
    case .takesAnything:
        return "the endpoint takes a made-up secret just as well, so its yes says nothing."
    case .refused(let detail):
        return "the endpoint does not take the manifest's. \(detail)"
    case .unclear(let detail):
        return "the endpoint takes the manifest's, but does not clearly refuse a made-up one. "
            + detail
    case .notAskable:
        return "Okta has no request to \(article(noun)) \(noun)'s endpoint that only asks. The "
            + "next write sets it."
    case .notDeclared: return "the manifest names none."
    case .missing: return "the org no longer has the \(noun)."
    case .notVerified:
        return
            "Okta has not verified the endpoint, so the org may hold any. `tenterhook verify` asks it "
            + "to."
    case .otherChannel(let path):
        let label = AttributeRow.label(path, kind: kind)
        return "the manifest's `\(label)` is not the org's. The next apply sets both."
    }
}

private func article(_ noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } == true ? "an" : "a"
}

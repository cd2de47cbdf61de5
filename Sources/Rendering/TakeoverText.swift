import Kinds
package import Vocabulary

/// A secret that is to be set for a new manifest.
package struct SecretToSet: Hashable, Sendable {
    /// The environment variable.
    package let variable: String
    /// What it is: `the Authorization header of endpoint payroll`.
    package let purpose: String

    package init(variable: String, purpose: String) {
        self.variable = variable
        self.purpose = purpose
    }
}

/// What was taken over from an org, what has to be set, and what to do next.
///
/// - Parameter addresses: what was adopted.
package func renderTakeover(
    of url: String, addresses: [Address], secrets: [SecretToSet], style: TextStyle
) -> String {
    var lines = style.wrapped(
        addresses.isEmpty
            ? "There was nothing to adopt in \(url)."
            : "Adopted from \(url), without a write to it:", indent: 0)
    for kind in KindRegistry.all.sorted(by: { ($1.rank, $0.name) < ($0.rank, $1.name) }) {
        let count = addresses.count { $0.kind == kind.name }
        if count > 0 { lines.append("    \(count) \(kind.noun)\(count == 1 ? "" : "s")") }
    }
    if !secrets.isEmpty {
        lines += [""]
        lines += style.wrapped("Set these first; what they are is not known here:", indent: 0)
        let width = secrets.map(\.variable.count).max() ?? 0
        lines += secrets.map { secret in
            // Empty, so that nobody takes a line as it is for a secret.
            let start = "export \(secret.variable)="
            let gap = String(repeating: " ", count: width - secret.variable.count + 2)
            return "    \(start)\(gap)# \(style.visible(secret.purpose))"
        }
    }
    lines += ["", "Then:", "    tenterhook validate", "    tenterhook plan"]
    return text(lines)
}

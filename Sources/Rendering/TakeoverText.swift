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

/// The adopted objects of an org, the secrets to set, and what to do next.
///
/// - Parameter addresses: The adopted addresses.
package func renderTakeover(
    of url: String, addresses: [Address], secrets: [SecretToSet], style: TextStyle
) -> String {
    var blocks: [TextBlock] = [
        .paragraph(
            addresses.isEmpty
                ? "There was nothing to adopt in \(url)."
                : "Adopted from \(url), without a write to it:")
    ]
    for kind in KindRegistry.all.sorted(by: { ($1.rank, $0.name) < ($0.rank, $1.name) }) {
        let count = addresses.count { $0.kind == kind.name }
        if count > 0 { blocks.append(.line("\(quantity(count, kind.noun))", indent: 4)) }
    }
    if !secrets.isEmpty {
        blocks += [
            .blank, .paragraph("Set these first; what they are is not known here:"),
            // No values, so that nobody takes a line as it is for a secret.
            .table(
                TextTable(
                    rows: secrets.map { ["export \($0.variable)=", "# \($0.purpose)"] }), indent: 4),
        ]
    }
    return style.text(blocks + [.blank] + nextSteps)
}

/// The commands that follow every new manifest.
let nextSteps: [TextBlock] = [
    .line("Then:"), .line("tenterhook validate", indent: 4), .line("tenterhook plan", indent: 4),
]

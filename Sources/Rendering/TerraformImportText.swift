import Kinds
import Manifests
package import Reconciling
import State
import TerraformState
import Vocabulary

/// The objects that were taken over from Terraform, the ones that were not, the secrets to set, and how
/// Terraform lets go of them.
package func renderTerraformImport(
    _ report: TerraformImportReport, style: TextStyle
) -> String {
    let text = TerraformImportText(report: report)
    let parts = [
        text.table, text.notes, text.left, text.staying, text.secrets, text.next,
        text.retirement, text.dependents, text.leftovers,
    ]
    return style.text(Array(parts.filter { !$0.isEmpty }.joined(separator: [.blank])))
}

private struct TerraformImportText {
    let report: TerraformImportReport

    var table: [TextBlock] {
        var table = TextTable(headings: ["address", "id", "secret", "in Terraform"])
        table.rows = report.taken.map { taken in
            let places = taken.terraform.map(\.description)
            return [
                "\(taken.address)", "\(taken.id)", "\(secret(of: taken.address))",
                places.isEmpty
                    ? "not there, but referred to" : "\(places.joined(separator: ", "))",
            ]
        }
        return [.heading("Taken over, as \(report.orgURL) has them now"), .table(table)]
    }

    /// Whether the object's secrets, of those that Okta never shows, are known.
    private func secret(of address: Address) -> String {
        guard let resource = report.adopted.adopted[address] else { return "" }
        if !resource.unknownSecrets.isEmpty { return "never seen" }
        let hidden = KindRegistry.kind(of: address)?.paths(with: .writeOnly) ?? []
        return hidden.contains { resource.attributes[$0] != nil } ? "known" : ""
    }

    /// What of an object is not as Terraform would lead one to expect.
    var notes: [TextBlock] {
        let items = report.taken.flatMap { taken -> [TextBlock] in
            var notes: [String] = []
            let kind = KindRegistry.kind(of: taken.address)
            if !taken.unseenByTerraform.isEmpty {
                let labels = taken.unseenByTerraform.map { AttributeRow.label($0, kind: kind) }
                notes.append(
                    "carried over, though Terraform does not see it: "
                        + labels.joined(separator: ", "))
            }
            if taken.isTainted {
                notes.append("tainted in Terraform, which would have made it anew; taken as it is")
            }
            if taken.lostVerification {
                notes.append(
                    "verified as Terraform has it, and not verified in Okta; the next apply has it "
                        + "verified")
            }
            return notes.map { item(taken.address.description, $0) }
        }
        return items + report.manifest.warnings.flatMap { TextBlock.prose($0.detail, indent: 2) }
    }

    var left: [TextBlock] {
        report.left.isEmpty
            ? []
            : [.heading("Not taken over")]
                + report.left.map { item($0.terraform.description, words($0)) }
    }

    private func words(_ left: TerraformImportReport.Left) -> String {
        let object = "the \(left.kind.noun) \(left.id)"
        switch left.reason {
        case .missing:
            return "the org does not have \(object); as long as its block is there, Terraform "
                + "makes it anew"
        case .inexpressible(let reasons): return reasons.joined(separator: " ")
        case .deposed(isInOrg: true):
            return
                "a replacement has left \(object) behind, which is still in the org; let "
                + "Terraform's next apply delete it before you retire the address, or delete it in "
                + "Okta"
        case .deposed(isInOrg: false):
            return "a replacement has left \(object) behind; the org does not have it"
        }
    }

    /// What Terraform goes on to manage.
    var staying: [TextBlock] {
        let counts = [
            (report.others, "object of other types"), (report.dataSources, "data source"),
        ]
        .filter { $0.0 > 0 }
        .map { count, noun in
            noun.hasPrefix("object") && count > 1
                ? "\(count) objects of other types" : quantity(count, noun)
        }
        return counts.isEmpty
            ? [] : [.paragraph("Left as they are: \(counts.joined(separator: ", ")).")]
    }

    var secrets: [TextBlock] {
        guard !report.manifest.secrets.isEmpty else { return [] }
        return [
            .paragraph("No secret was copied. Set these first, from where Terraform has them:"),
            .table(
                TextTable(
                    rows: report.manifest.secrets.map { secret in
                        [
                            "export \(secret.variable)=",
                            "# \(secret.purpose)\(secret.isReadable ? ", which Okta shows" : "")",
                        ]
                    }), indent: 4),
        ]
    }

    var next: [TextBlock] { nextSteps }

    var retirement: [TextBlock] {
        let retirement = report.retirement
        guard !retirement.isEmpty else { return [] }
        var blocks: [TextBlock] = []
        if !retirement.blocks.isEmpty {
            blocks.append(
                .paragraph(
                    """
                    When the plan is empty, retire them from Terraform (1.7 or later): take their \
                    blocks out of the configuration, put these in their place, and apply:
                    """))
            blocks += retirement.removedBlocks.flatMap(code) + [.blank]
        }
        let alternative =
            retirement.blocks.isEmpty
            ? "When the plan is empty, take them out of Terraform's state:"
            : retirement.partialBlocks.isEmpty
                ? "Or take them out of its state:"
                : "Or take them out of its state, which alone does it for "
                    + retirement.partialBlocks.joined(separator: ", ")
                    + ", of which instances stay:"
        return blocks + [.paragraph("\(alternative)")]
            + retirement.stateRemoval.map { .line("\($0)", indent: 4) }
    }

    /// What is to be done with the copy of Terraform's state.
    var leftovers: [TextBlock] {
        [
            .paragraph(
                """
                Terraform's state holds secrets in clear. When all this is done, delete the copy of \
                it, and never commit it.
                """)
        ]
    }

    private func code(_ block: String) -> [TextBlock] {
        block.split(separator: "\n").map { .line("\($0)", indent: 4) }
    }

    var dependents: [TextBlock] {
        guard !report.dependents.isEmpty else { return [] }
        return [
            .paragraph(
                """
                What stays in Terraform and depends on them, directly or not, needs the ids in place \
                of the references:
                """)
        ]
            + report.dependents.map { dependent in
                item(
                    dependent.block,
                    dependent.on.map { "\($0.block) (\($0.ids.joined(separator: ", ")))" }
                        .joined(separator: ", "))
            }
    }

    private func item(_ name: String, _ words: String) -> TextBlock {
        .paragraph("\(name): \(words)", mark: "*")
    }
}

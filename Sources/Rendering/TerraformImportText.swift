import Kinds
import Manifests
package import Reconciling
import State
import TerraformState
import Vocabulary

/// What was taken over from Terraform and under which addresses, what was not, which secrets to set,
/// and how Terraform lets go of it.
package func renderTerraformImport(
    _ report: TerraformImportReport, style: TextStyle
) -> String {
    let block = TerraformImportText(report: report, style: style)
    let parts = [
        block.table, block.notes, block.left, block.staying, block.secrets, block.next,
        block.retirement, block.dependents, block.leftovers,
    ]
    return text(Array(parts.filter { !$0.isEmpty }.joined(separator: [""])))
}

private struct TerraformImportText {
    let report: TerraformImportReport
    let style: TextStyle

    var table: [String] {
        var table = TextTable(headings: ["address", "id", "secret", "in Terraform"])
        for taken in report.taken {
            let places = taken.terraform.map { style.visible($0.description) }
            table.rows.append([
                style.visible(taken.address.description), style.visible(taken.id),
                secret(of: taken.address),
                places.isEmpty ? "not there, but referred to" : places.joined(separator: ", "),
            ])
        }
        return heading("Taken over, as \(report.orgURL) has them now") + table.lines(style: style)
    }

    /// Whether the object's secrets, of those that Okta never shows, are known.
    private func secret(of address: Address) -> String {
        guard let resource = report.adopted.adopted[address] else { return "" }
        if !resource.unknownSecrets.isEmpty { return "never seen" }
        let hidden = KindRegistry.kind(of: address)?.paths(with: .writeOnly) ?? []
        return hidden.contains { resource.attributes[$0] != nil } ? "known" : ""
    }

    /// What of an object is not as Terraform would lead one to expect.
    var notes: [String] {
        let lines = report.taken.flatMap { taken -> [String] in
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
            return notes.flatMap { item(taken.address.description, $0) }
        }
        return lines + report.manifest.warnings.flatMap { style.wrapped($0.detail, indent: 2) }
    }

    var left: [String] {
        report.left.isEmpty
            ? []
            : heading("Not taken over")
                + report.left.flatMap { item($0.terraform.description, words($0)) }
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
    var staying: [String] {
        let counts = [
            (report.others, "object of other types"), (report.dataSources, "data source"),
        ]
        .filter { $0.0 > 0 }
        .map { count, noun in
            noun.hasPrefix("object") && count > 1
                ? "\(count) objects of other types" : quantity(count, noun)
        }
        return counts.isEmpty
            ? [] : style.wrapped("Left as they are: \(counts.joined(separator: ", ")).", indent: 0)
    }

    var secrets: [String] {
        guard !report.manifest.secrets.isEmpty else { return [] }
        let exports = report.manifest.secrets.map { "export \($0.variable)=" }
        let width = exports.map(displayWidth).max() ?? 0
        return style.wrapped(
            "No secret was copied. Set these first, from where Terraform has them:", indent: 0)
            + zip(exports, report.manifest.secrets).map { export, secret in
                "    " + export + String(repeating: " ", count: width - displayWidth(export))
                    + "  # \(style.visible(secret.purpose))"
                    + (secret.isReadable ? ", which Okta shows" : "")
            }
    }

    var next: [String] { ["Then:", "    tenterhook validate", "    tenterhook plan"] }

    var retirement: [String] {
        let retirement = report.retirement
        guard !retirement.isEmpty else { return [] }
        var lines: [String] = []
        if !retirement.blocks.isEmpty {
            lines += style.wrapped(
                "When the plan is empty, retire them from Terraform (1.7 or later): take their "
                    + "blocks out of the configuration, put these in their place, and apply:",
                indent: 0)
            lines += retirement.removedBlocks.flatMap(code)
            lines += [""]
        }
        let alternative =
            retirement.blocks.isEmpty
            ? "When the plan is empty, take them out of Terraform's state:"
            : retirement.partialBlocks.isEmpty
                ? "Or take them out of its state:"
                : "Or take them out of its state, which alone does it for "
                    + retirement.partialBlocks.joined(separator: ", ")
                    + ", of which instances stay:"
        lines += style.wrapped(alternative, indent: 0)
        lines += retirement.stateRemoval.map { "    " + style.visible($0) }
        return lines
    }

    /// What is to be done with the copy of Terraform's state.
    var leftovers: [String] {
        style.wrapped(
            "Terraform's state holds secrets in clear. When all this is done, delete the copy of it, "
                + "and never commit it.", indent: 0)
    }

    private func code(_ block: String) -> [String] {
        block.split(separator: "\n").map { "    " + style.visible(String($0)) }
    }

    var dependents: [String] {
        guard !report.dependents.isEmpty else { return [] }
        return style.wrapped(
            "What stays in Terraform and depends on them, directly or not, needs the ids in place of "
                + "the references:", indent: 0)
            + report.dependents.flatMap { dependent in
                item(
                    dependent.block,
                    dependent.on.map { "\($0.block) (\($0.ids.joined(separator: ", ")))" }
                        .joined(separator: ", "))
            }
    }

    private func heading(_ words: String) -> [String] {
        [style.paint(style.visible(words), .heading)]
    }

    private func item(_ name: String, _ words: String) -> [String] {
        style.wrapped("\(name): \(words)", mark: "*", indent: 0)
    }
}

import Kinds
package import Planning
package import Ports
package import Vocabulary

/// The content of a plan for a reader, as plain words and values: not escaped and not colored.
///
/// Each format has one renderer, which reads the view and nothing else. To add a format, add a case to
/// `Format` and write its renderer.
package struct PlanView: Sendable {
    package enum Format: String, CaseIterable, Sendable { case text, json }

    package let plan: Plan
    /// The findings of a run that a guard refused; empty for a plan that can be applied.
    let refusal: [Diagnostic]
    /// The requests that the plan cost; nil leaves them out.
    let usage: OrgUsage?
    /// The objects' uses; nil if the run didn't ask for them.
    let whereUsed: WhereUsed?
    /// True if the reader knows the plan already, because it was saved; then it's only summarized.
    let isKnown: Bool

    package init(
        _ plan: Plan, refusal: [Diagnostic] = [], usage: OrgUsage? = nil,
        whereUsed: WhereUsed? = nil, isKnown: Bool = false
    ) {
        self.plan = plan
        self.refusal = refusal
        self.usage = usage
        self.whereUsed = whereUsed
        self.isKnown = isKnown
    }

    package func render(_ format: Format, style: TextStyle, seal: PlanSeal) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json(seal))
        }
    }

    var title: String {
        let org = "\(plan.orgName) (\(plan.orgURL))"
        return switch plan.mode {
        case .apply: "Plan for \(org)"
        case .destroy: "Plan to destroy what is managed in \(org)"
        }
    }

    /// The addresses that the plan is limited to, as a sentence; nil for a whole plan.
    var scope: String? {
        guard !plan.targets.isEmpty else { return nil }
        let targets = plan.targets.sorted().map(\.description).joined(separator: ", ")
        return "Only \(targets), as --target says"
    }

    var drift: [DriftView] { plan.drift.map(DriftView.init) }

    var changes: [ChangeView] {
        plan.changes.map { ChangeView(change: $0, showsUse: whereUsed != nil) }
    }

    var uses: [UseView] { whereUsed.map(UseView.all) ?? [] }

    var unseen: UnseenView? { UnseenView(plan) }

    /// The requests in words: `1 request to the org; 599 of 600 left this minute.`
    var cost: String? { usage.flatMap { $0.requests > 0 ? $0.words : nil } }

    /// The plan in one or two sentences, which count what there is and leave out what there isn't.
    var summary: String {
        var rest: [String] = []
        if !plan.unmanaged.isEmpty {
            rest.append("\(plan.unmanaged.count) unmanaged (not touched)")
        }
        if plan.isEmpty {
            let tail = rest.isEmpty ? "" : " \(rest.joined(separator: ", "))."
            switch plan.mode {
            case .destroy: return "Nothing to destroy." + tail
            case .apply:
                let count =
                    plan.unchanged == 0 ? "no resources" : quantity(plan.unchanged, "resource")
                let subject =
                    plan.unseen.isEmpty ? "The org is" : "As far as can be seen, the org is"
                return "No changes. \(subject) as the manifest says: \(count)." + tail
            }
        }
        if plan.unchanged > 0 { rest.insert("\(plan.unchanged) unchanged", at: 0) }
        var sentence = "Plan: " + counts.joined(separator: ", ")
        let verifications = plan.changes.count { $0.steps.contains { $0.operation == .verify } }
        if verifications > 0 {
            sentence += counts.isEmpty ? "" : "; "
            sentence += "\(verifications) to verify"
        }
        return sentence + "." + (rest.isEmpty ? "" : " \(rest.joined(separator: ", ")).")
    }

    private var counts: [String] {
        // An update that only verifies writes nothing; it's counted among those to verify.
        let updates = plan.changes.count { change in
            change.action == .update && change.steps.contains { $0.operation != .verify }
        }
        let counts = [
            (plan.count(of: .create), "create"), (updates, "update"),
            (plan.count(of: .replace), "replace"), (plan.count(of: .delete), "delete"),
            (plan.count(of: .forget), "forget"), (plan.count(of: .move), "move"),
        ]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) to \($0.1)" }
    }
}

extension OrgUsage {
    /// The requests of a run and what is left of Okta's limit, on one line.
    var words: String {
        var words = "\(quantity(requests, "request")) to the org"
        if let remaining {
            words += limit.map { "; \(remaining) of \($0) left" } ?? "; \(remaining) left"
            words += " this minute"
        }
        return words + "."
    }
}

/// The difference between the recorded object and the live one, for a reader.
struct DriftView {
    let drift: Drift

    var headline: String {
        let time = drift.lastUpdated.map { " at \($0)" } ?? ""
        return switch drift.kind {
        case .deleted: "deleted (id \(drift.id))"
        case .touched: "written\(time)"
        case .changed: "changed\(time)"
        }
    }

    var note: String? {
        drift.kind == .touched ? "Nothing that Okta shows is different; a secret may be." : nil
    }

    var rows: [AttributeRow] {
        if drift.kind == .deleted { return [] }
        var rows = AttributeRow.rows(
            before: drift.recorded, after: drift.seenLive,
            kind: KindRegistry.kind(of: drift.address))
        switch (drift.recordedVerified, drift.liveVerified) {
        case (true?, false?): rows.append(verification("verified", "lost, receives nothing"))
        case (false?, true?): rows.append(verification("not verified", "verified"))
        default: break
        }
        return rows
    }

    private func verification(_ before: String, _ after: String) -> AttributeRow {
        AttributeRow(
            sign: .changed, label: "verification", content: .change(.word(before), .word(after)))
    }
}

extension Drift {
    /// The live attributes as far as they can be compared with the recorded ones.
    ///
    /// A value that only one side knows isn't a difference: Okta doesn't show write-only values, and
    /// nothing is recorded of an adopted object's.
    var seenLive: Attributes {
        live.mapValues { path, value in
            let recorded = recorded[path]
            let isUnknown = value == .unknown || (recorded == .unknown && value.isSensitive)
            return isUnknown ? recorded ?? value : value
        }
    }
}

import Planning

extension PlanView {
    /// The plan as text: drift, changes, uses, unseen secrets, and one line that counts.
    package func text(_ style: TextStyle) -> String { style.text(blocks) }

    private var blocks: [TextBlock] {
        var blocks: [TextBlock] = [.heading(title)]
        if let scope { blocks.append(.paragraph("\(scope)")) }
        if !isKnown {
            if !plan.drift.isEmpty {
                blocks += [.blank, .heading("Changed in the org since the last apply")]
                for drift in drift { blocks += [.blank] + drift.blocks }
                if !plan.changes.isEmpty { blocks += [.blank, .heading("Changes to make")] }
            }
            for change in changes { blocks += [.blank] + change.blocks }
        }
        let uses = uses
        if !uses.isEmpty { blocks += [.blank, .heading("Where used")] }
        for use in uses { blocks += use.blocks(indent: 2) }
        if let unseen, !isKnown {
            blocks += [.blank, .paragraph("\(unseen.words)"), .commands(unseen.commands)]
        }
        blocks += [.blank, .paragraph("\(summary)")]
        if let cost { blocks.append(.line("\(cost, .faint)")) }
        return blocks
    }
}

extension ChangeView {
    fileprivate var blocks: [TextBlock] {
        let reason = reason.map { " (\($0))" } ?? ""
        var blocks: [TextBlock] = [
            .line("\(aligned(sign), role) \(change.address, .heading): \(steps)\(reason)")
        ]
        let notes = notes
        if !notes.isEmpty {
            blocks.append(.paragraph("\(notes.joined(separator: "; "), .changed)", indent: 4))
        }
        return blocks + [.rows(rows, indent: 6)]
    }

    private var role: TextStyle.Role {
        switch change.action {
        case .create: .added
        case .update, .replace: .changed
        case .delete: .removed
        case .forget, .move: .faint
        }
    }
}

extension DriftView {
    fileprivate var blocks: [TextBlock] {
        let (sign, role): (String, TextStyle.Role) =
            switch drift.kind {
            case .changed, .touched: ("~", .changed)
            case .deleted: ("-", .removed)
            }
        return [.line("\(aligned(sign), role) \(drift.address, .heading): \(headline)")]
            + (note.map { [.paragraph("\($0)", indent: 4)] } ?? [])
            + [.rows(rows, indent: 6)]
    }
}

extension UseView {
    func blocks(indent: Int = 0) -> [TextBlock] {
        if let words { return [.paragraph("\(head): \(words)", indent: indent)] }
        return [.line("\(head)", indent: indent)]
            + uses.map { .paragraph("\($0)", indent: indent + 4) }
    }
}

/// A sign in three columns, as many as the widest one takes.
private func aligned(_ sign: String) -> String {
    String(repeating: " ", count: max(0, 3 - sign.utf8.count)) + sign
}

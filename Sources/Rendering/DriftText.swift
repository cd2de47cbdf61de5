import Kinds
import Planning
import Vocabulary

/// How one object moved away from what was recorded, as lines.
struct DriftText {
    let style: TextStyle

    func lines(_ drift: Drift) -> [String] {
        let (sign, role): (String, TextStyle.Role) =
            switch drift.kind {
            case .changed, .touched: ("~", .changed)
            case .deleted: ("-", .removed)
            }
        let head =
            style.paint(leftPadded(sign), role) + " "
            + style.paint(style.visible(drift.address.description), .heading) + ": "
        let time = drift.lastUpdated.map { " at \(style.visible($0))" } ?? ""
        switch drift.kind {
        case .deleted: return [head + "deleted (id \(style.visible(drift.id)))"]
        case .touched:
            return [head + "written\(time)"]
                + style.wrapped(
                    "Nothing that Okta shows is different; a secret may be.", indent: 4)
                + rowLines(drift)
        case .changed: return [head + "changed\(time)"] + rowLines(drift)
        }
    }

    private func rowLines(_ drift: Drift) -> [String] {
        var rows = AttributeRow.rows(
            before: drift.recorded, after: drift.seenLive,
            kind: KindRegistry.kind(of: drift.address))
        switch (drift.recordedVerified, drift.liveVerified) {
        case (true?, false?):
            rows.append(verification("verified", "lost, receives nothing"))
        case (false?, true?): rows.append(verification("not verified", "verified"))
        default: break
        }
        return AttributeRowText(style: style, indent: 6).lines(rows)
    }

    private func verification(_ before: String, _ after: String) -> AttributeRow {
        AttributeRow(
            sign: .changed, label: "verification", content: .change(.word(before), .word(after)))
    }
}

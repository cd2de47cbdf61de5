import Filters
import Reconciling
import Vocabulary

extension ReplayView {
    /// The replay as text: the differences from what is live, each event type, and the sum.
    func text(_ style: TextStyle) -> String {
        var blocks: [TextBlock] = []
        let tally = report.tally
        if tally.hasLive, tally.seen > 0 {
            blocks += [.line("\(verdict)"), .blank]
            for difference in report.differences { blocks += difference.blocks + [.blank] }
            let hidden = tally.differing - report.differences.count
            if hidden > 0, !report.differences.isEmpty {
                blocks += [
                    .line(
                        "and \(grouped(hidden)) more; --limit shows more, --format jsonl all"),
                    .blank,
                ]
            }
        }
        if !tally.types.isEmpty { blocks += [.table(typeTable), .blank] }
        return style.text(blocks + notes.map { .paragraph("\($0)") })
    }

    private var typeTable: TextTable {
        typealias Column = (heading: String, value: (ReplayTally.OfType) -> Int)
        let tally = report.tally
        var columns: [Column] = [
            ("seen", { $0.seen }), ("delivered", { $0.desired.delivered }),
            ("dropped", { $0.desired.dropped }),
        ]
        if tally.desired.undecided > 0 { columns.append(("undecided", { $0.desired.undecided })) }
        if tally.hasLive {
            columns.append(("live", { $0.live.delivered }))
            columns.append(("different", { $0.differing }))
        }
        return TextTable(
            headings: ["event type"] + columns.map(\.heading),
            numbers: Set(1...columns.count),
            rows: tally.types.map { type in
                ["\(type.type ?? "other types")"]
                    + columns.map { "\(grouped($0.value(type)))" }
            })
    }
}

extension ReplayDifference {
    /// How many targets of an event are listed; programs get all.
    private static let mostTargets = 5

    /// The event in a few lines.
    fileprivate var blocks: [TextBlock] {
        let mark: (String, TextStyle.Role) =
            switch (live, desired) {
            case (_, .undecided), (.undecided, _): ("?", .changed)
            case (_, .delivered): ("+", .added)
            case (.delivered, _): ("-", .removed)
            default: ("~", .changed)
            }
        var facts = [("uuid", uuid ?? "none")]
        if let actor { facts.append(("actor", words(actor))) }
        if !targets.isEmpty {
            let hidden = targets.count - Self.mostTargets
            facts.append(
                (
                    "target",
                    targets.prefix(Self.mostTargets).map(words).joined(separator: ", ")
                        + (hidden > 0 ? " and \(grouped(hidden)) more" : "")
                ))
        }
        let time = published.map { "  " + $0 } ?? ""
        let start = "\(mark.0) \(eventType)\(time)  \(words(live)) "
        let end = " \(words(desired))"
        return [.line("\(start, mark.1)\(symbol: .arrow, mark.1)\(end, mark.1)")]
            + facts.map { .line("\(padded($0.0, to: 6))  \($0.1)", indent: 4) }
    }
}

/// The parts of a log that aren't events, as a warning; nil if there are none.
///
/// - Parameter file: The log's file, whose lines are counted; nil for the org's log.
package func renderUnreadable(
    _ report: ReplayReport, of file: String?, style: TextStyle
) -> String? {
    guard report.unreadableCount > 0 else { return nil }
    let count = report.unreadableCount
    let log = file ?? "the org's log"
    var blocks: [TextBlock] = [
        .line(
            """
            \(counted(count, "piece")) of \(log) \(count == 1 ? "is" : "are") no event and \
            \(count == 1 ? "was" : "were") left out:
            """)
    ]
    for piece in report.unreadable {
        let place = file == nil ? "" : "line \(piece.line): "
        blocks.append(.line("\(place)\(piece.reason.words)", indent: 2))
    }
    if count > report.unreadable.count {
        blocks.append(.line("and \(grouped(count - report.unreadable.count)) more", indent: 2))
    }
    return style.text(blocks)
}

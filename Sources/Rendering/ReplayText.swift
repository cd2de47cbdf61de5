import Catalog
import Filters
import Kinds
import Reconciling
import Vocabulary

/// What came of a replay: what differs from what is live first, then each event type, then the sum.
package func renderReplay(_ report: ReplayReport, style: TextStyle) -> String {
    var lines: [String] = []
    let tally = report.tally
    if tally.hasLive, tally.seen > 0 {
        lines += [
            tally.differing == 0
                ? "No difference from what is live."
                : "Different from what is live: \(grouped(tally.differing)) of "
                    + "\(counted(tally.seen, "event")).",
            "",
        ]
        for difference in report.differences {
            lines += differenceLines(difference, style: style) + [""]
        }
        let hidden = tally.differing - report.differences.count
        if hidden > 0, !report.differences.isEmpty {
            lines += ["and \(grouped(hidden)) more; --limit shows more, --format jsonl all", ""]
        }
    }
    if !tally.types.isEmpty { lines += typeLines(tally, style: style) + [""] }
    lines += style.wrapped("\(counted(tally.seen, "event")): \(words(tally.desired)).", indent: 0)
    if tally.hasLive {
        lines += style.wrapped("What is live: \(words(tally.live)).", indent: 0)
    }
    if let origin = report.origin { lines += style.wrapped(words(origin), indent: 0) }
    if let share = daily(report) { lines += style.wrapped(share, indent: 0) }
    if tally.desired.undecided + tally.live.undecided > 0 {
        lines += style.wrapped(
            "Undecided is where the filter fails; whether Okta then delivers is not known.",
            indent: 0)
    }
    if let uncompared = report.uncompared {
        lines += style.wrapped(style.visible(uncompared), indent: 0)
    }
    return text(lines)
}

/// How many targets of an event are told of; programs are told of all.
private let mostTargets = 5

/// One event that is treated differently, in a few lines.
private func differenceLines(_ difference: ReplayDifference, style: TextStyle) -> [String] {
    let mark: (String, TextStyle.Role) =
        switch (difference.live, difference.desired) {
        case (_, .undecided), (.undecided, _): ("?", .changed)
        case (_, .delivered): ("+", .added)
        case (.delivered, _): ("-", .removed)
        default: ("~", .changed)
        }
    let change = "\(words(difference.live)) \(style.arrow) \(words(difference.desired))"
    var facts = [("uuid", difference.uuid ?? "none")]
    if let actor = difference.actor { facts.append(("actor", words(actor))) }
    if !difference.targets.isEmpty {
        let hidden = difference.targets.count - mostTargets
        facts.append(
            (
                "target",
                difference.targets.prefix(mostTargets).map(words).joined(separator: ", ")
                    + (hidden > 0 ? " and \(grouped(hidden)) more" : "")
            ))
    }
    let time = difference.published.map { "  " + $0 } ?? ""
    let head = style.visible("\(mark.0) \(difference.eventType)\(time)  \(change)")
    return [style.paint(head, mark.1)]
        + facts.map { "    \(padded($0.0, to: 6))  \(style.visible($0.1))" }
}

private func words(_ fate: Fate) -> String {
    switch fate {
    case .delivered: "delivered"
    case .dropped: "dropped"
    case .undecided: "undecided"
    case .notSubscribed: "not subscribed"
    }
}

private func words(_ party: ReplayDifference.Party) -> String {
    let inner = [party.type, party.name == nil ? nil : party.id].compactMap { $0 }
    let name = party.name ?? party.id ?? "unnamed"
    return inner.isEmpty ? name : "\(name) (\(inner.joined(separator: " ")))"
}

private func words(_ fates: ReplayTally.Fates) -> String {
    var parts = ["\(grouped(fates.delivered)) delivered", "\(grouped(fates.dropped)) dropped"]
    if fates.undecided > 0 { parts.append("\(grouped(fates.undecided)) undecided") }
    if fates.notSubscribed > 0 { parts.append("\(grouped(fates.notSubscribed)) not subscribed to") }
    return parts.joined(separator: ", ")
}

/// Which events were asked for, since of others none can have been seen.
private func words(_ origin: ReplayReport.Origin) -> String {
    let types =
        switch origin.types?.count {
        case nil: "all types"
        case 1?: "the one type that is subscribed to"
        case let count?: "the \(count) types that are subscribed to"
        }
    return "From the org's log, \(origin.span.since.text) to \(origin.span.until.text), \(types)."
}

private func typeLines(_ tally: ReplayTally, style: TextStyle) -> [String] {
    typealias Column = (heading: String, value: (ReplayTally.OfType) -> Int)
    var columns: [Column] = [
        ("seen", { $0.seen }), ("delivered", { $0.desired.delivered }),
        ("dropped", { $0.desired.dropped }),
    ]
    if tally.desired.undecided > 0 { columns.append(("undecided", { $0.desired.undecided })) }
    if tally.hasLive {
        columns.append(("live", { $0.live.delivered }))
        columns.append(("different", { $0.differing }))
    }
    let widths = columns.map { column in
        max(column.heading.count, tally.types.map { grouped(column.value($0)).count }.max() ?? 0)
    }
    func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: width - text.count) + text
    }
    var table = TextTable(
        headings: ["event type"] + zip(columns, widths).map { right($0.heading, $1) })
    for type in tally.types {
        table.rows.append(
            [type.type.map(style.visible) ?? "other types"]
                + zip(columns, widths).map { right(grouped($0.value(type)), $1) })
    }
    return table.lines(style: style)
}

/// What is delivered a day, and how much that is of what Okta delivers.
private func daily(_ report: ReplayReport) -> String? {
    guard let perDay = report.deliveredPerDay else { return nil }
    let delivered = report.tally.desired.delivered
    let now = report.liveDeliveredPerDay.map {
        ", now " + aDay($0, of: report.tally.live.delivered)
    }
    let text = aDay(perDay, of: delivered)
    return text.prefix(1).uppercased() + text.dropFirst() + " a day\(now ?? ""): "
        + "\(percent(perDay, of: delivered)) of the \(grouped(Limits.eventsPerDay.value)) that Okta "
        + "delivers for an org."
}

/// - Parameter count: how many there were in all.
private func aDay(_ perDay: Int, of count: Int) -> String {
    if count == 0 { return "none" }
    return perDay == 0 ? "less than 1" : "about \(grouped(perDay))"
}

private func percent(_ perDay: Int, of count: Int) -> String {
    let tenths = Int((Double(perDay) * 1000 / Double(Limits.eventsPerDay.value)).rounded())
    if count == 0 { return "0%" }
    if tenths == 0 { return "less than 0.1%" }
    return "\(grouped(tenths / 10)).\(tenths % 10)%"
}

private func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// What of a log was no event, as a warning; nil where all was read.
///
/// - Parameter file: the log's file, whose lines are counted; nil for the org's log.
package func renderUnreadable(
    _ report: ReplayReport, of file: String?, style: TextStyle
) -> String? {
    guard report.unreadableCount > 0 else { return nil }
    let count = report.unreadableCount
    let log = file ?? "the org's log"
    var lines = [
        style.visible(
            "\(counted(count, "piece")) of \(log) \(count == 1 ? "is" : "are") no event and "
                + "\(count == 1 ? "was" : "were") left out:")
    ]
    for piece in report.unreadable {
        let place = file == nil ? "" : "line \(piece.line): "
        lines.append("  " + place + piece.reason.words)
    }
    if count > report.unreadable.count {
        lines.append("  and \(grouped(count - report.unreadable.count)) more")
    }
    return text(lines)
}

import Catalog
import Filters
import JSON
import Kinds
import Reconciling
import Vocabulary

/// The result of a replay for a reader, as plain words and values.
package struct ReplayView: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case text, json
        /// A line for each difference, as soon as it's found, and one for the sum.
        case jsonl
    }

    let report: ReplayReport

    package init(_ report: ReplayReport) { self.report = report }

    package func render(_ format: Format, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        case .jsonl: summaryLine
        }
    }

    var verdict: String {
        let tally = report.tally
        return tally.differing == 0
            ? "No difference from what is live."
            : "Different from what is live: \(grouped(tally.differing)) of "
                + "\(counted(tally.seen, "event"))."
    }

    /// The sums, and the conditions under which they hold, as sentences.
    var notes: [String] {
        let tally = report.tally
        var notes = ["\(counted(tally.seen, "event")): \(words(tally.desired))."]
        if tally.hasLive { notes.append("What is live: \(words(tally.live)).") }
        if let origin = report.origin { notes.append(words(origin)) }
        if let perDay { notes.append(perDay) }
        if tally.desired.undecided + tally.live.undecided > 0 {
            notes.append(
                "Undecided is where the filter fails; whether Okta then delivers is not known.")
        }
        if let uncompared = report.uncompared { notes.append(uncompared) }
        return notes
    }

    /// The deliveries a day, and their share of what Okta delivers.
    private var perDay: String? {
        guard let perDay = report.deliveredPerDay else { return nil }
        let delivered = report.tally.desired.delivered
        let now = report.liveDeliveredPerDay.map {
            ", now " + aDay($0, of: report.tally.live.delivered)
        }
        let text = aDay(perDay, of: delivered)
        return text.prefix(1).uppercased() + text.dropFirst() + " a day\(now ?? ""): "
            + "\(percent(perDay, of: delivered)) of the \(grouped(Limits.eventsPerDay.value)) that "
            + "Okta delivers for an org."
    }
}

func words(_ fate: Fate) -> String {
    switch fate {
    case .delivered: "delivered"
    case .dropped: "dropped"
    case .undecided: "undecided"
    case .notSubscribed: "not subscribed"
    }
}

func words(_ party: ReplayDifference.Party) -> String {
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

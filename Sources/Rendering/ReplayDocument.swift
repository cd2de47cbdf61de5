package import Filters
import JSON
import Reconciling
import Vocabulary

extension ReplayView {
    /// The replay for programs.
    var json: JSONValue {
        var document = summary
        document["differences"] = .array(report.differences.map { .object(members($0)) })
        return .object(document)
    }

    /// The line of one difference.
    package static func line(_ difference: ReplayDifference) -> String {
        record("difference", members(difference))
    }

    /// The line of the sum, after those of the differences.
    var summaryLine: String { Self.record("summary", summary) }

    private static func record(_ name: String, _ members: JSONObject) -> String {
        var line = JSONObject([("record", .string(name))])
        for (key, value) in members.members { line[key] = value }
        return JSONValue.object(line).text() + "\n"
    }

    private var summary: JSONObject {
        let tally = report.tally
        func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
        func fates(_ fates: ReplayTally.Fates) -> JSONValue {
            [
                "delivered": number(fates.delivered), "dropped": number(fates.dropped),
                "undecided": number(fates.undecided), "not_subscribed": number(fates.notSubscribed),
            ]
        }
        return [
            "seen": number(tally.seen),
            "desired": fates(tally.desired),
            "live": tally.hasLive ? fates(tally.live) : .null,
            "different": tally.hasLive ? number(tally.differing) : .null,
            "types": .array(
                tally.types.map { type in
                    [
                        "type": type.type.map { .string($0) } ?? .null, "seen": number(type.seen),
                        "desired": fates(type.desired),
                        "live": tally.hasLive ? fates(type.live) : .null,
                        "different": tally.hasLive ? number(type.differing) : .null,
                    ]
                }),
            "log": report.origin.map(members) ?? .null,
            "earliest": tally.earliest.map { .string($0) } ?? .null,
            "latest": tally.latest.map { .string($0) } ?? .null,
            "delivered_per_day": report.deliveredPerDay.map(number) ?? .null,
            "live_delivered_per_day": report.liveDeliveredPerDay.map(number) ?? .null,
            "unreadable": [
                "count": number(report.unreadableCount),
                "lines": .array(
                    report.unreadable.map {
                        [
                            "line": report.origin == nil ? number($0.line) : .null,
                            "reason": .string($0.reason.words),
                        ]
                    }),
            ],
        ]
    }
}

private func members(_ origin: ReplayReport.Origin) -> JSONValue {
    [
        "since": .string(origin.span.since.text), "until": .string(origin.span.until.text),
        "event_types": origin.types.map { .array($0.map { .string($0) }) } ?? .null,
    ]
}

private func members(_ difference: ReplayDifference) -> JSONObject {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    func party(_ party: ReplayDifference.Party) -> JSONValue {
        ["id": text(party.id), "type": text(party.type), "name": text(party.name)]
    }
    return [
        "uuid": text(difference.uuid), "published": text(difference.published),
        "event_type": .string(difference.eventType),
        "actor": difference.actor.map(party) ?? .null,
        "targets": .array(difference.targets.map(party)),
        "live": .string(difference.live.rawValue), "desired": .string(difference.desired.rawValue),
    ]
}

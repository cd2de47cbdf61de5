package import JSON
import Vocabulary

/// A plan in a file is not what a plan is.
package struct PlanReadingError: Error, Hashable, Sendable {
    /// Where in the document, and what was expected there.
    package let detail: String
}

extension Plan {
    /// The version of the form that `json` writes.
    package static let formatVersion = 1

    /// The exact plan; `init(json:)` gives it back.
    package var json: JSONValue {
        var object: JSONObject = [
            "format": .number(JSONNumber(Self.formatVersion)),
            "mode": .string(mode.rawValue),
            "org": ["name": .string(orgName), "url": .string(orgURL)],
            "manifest_digest": .string(manifestDigest),
            "state": [
                "lineage": .string(stateLineage), "serial": .number(JSONNumber(stateSerial)),
            ],
            "targets": .array(targets.map { .string($0.description) }),
            "changes": .array(changes.map(\.json)),
            "drift": .array(drift.map(\.json)),
            "unchanged": .number(JSONNumber(unchanged)),
            "unmanaged": .array(
                unmanaged.map {
                    ["kind": .string($0.kind), "id": .string($0.id), "name": .string($0.name)]
                }),
        ]
        if !unseen.isEmpty { object["unseen_secrets"] = .array(unseen.map(\.json)) }
        return .object(object)
    }

    package init(json: JSONValue) throws(PlanReadingError) {
        let reader = PlanReader(json: json, place: "plan")
        guard try reader.integer("format") == Self.formatVersion else {
            throw PlanReadingError(detail: "plan.format: made by another version of Tenterhook")
        }
        let org = try reader.member("org")
        let state = try reader.member("state")
        self.init(
            mode: try reader.word("mode"), orgName: try org.text("name"),
            orgURL: try org.text("url"), manifestDigest: try reader.text("manifest_digest"),
            stateLineage: try state.text("lineage"), stateSerial: try state.integer("serial"),
            targets: try reader.addresses("targets"),
            changes: try reader.list("changes", Change.init(reader:)),
            drift: try reader.list("drift", Drift.init(reader:)),
            unchanged: try reader.integer("unchanged"),
            unmanaged: try reader.list("unmanaged") { (item) throws(PlanReadingError) in
                Unmanaged(
                    kind: try item.text("kind"), id: try item.text("id"),
                    name: try item.text("name"))
            },
            unseen: json["unseen_secrets"] == nil
                ? [] : try reader.list("unseen_secrets", UnseenSecrets.init(reader:)))
    }
}

extension UnseenSecrets {
    fileprivate var json: JSONValue {
        [
            "address": .string(address.description),
            "paths": .array(paths.map { .string($0.description) }),
        ]
    }

    fileprivate init(reader: PlanReader) throws(PlanReadingError) {
        self.init(address: try reader.address("address"), paths: try reader.paths("paths"))
    }
}

extension Change {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "address": .string(address.description),
            "action": .string(action.rawValue),
            "reason": .string(reason.rawValue),
            "id": .optional(id),
            "before": before.json,
            "after": after.json,
            "kept": .array(kept.map { .string($0.description) }),
            "was_verified": wasVerified.map { .bool($0) } ?? .null,
            "steps": .array(steps.map(\.json)),
            "cost": .optional(cost?.rawValue),
            "stage": .number(JSONNumber(stage)),
            "depends_on": .array(dependsOn.map { .string($0.description) }),
            "rollback": .array(rollback.map(\.json)),
            "confirmation": .array(confirmation.map(\.json)),
            "last_updated": .optional(lastUpdated),
        ]
        if let previousAddress {
            object["previous_address"] = .string(previousAddress.description)
        }
        return .object(object)
    }

    fileprivate init(reader: PlanReader) throws(PlanReadingError) {
        self.init(
            address: try reader.address("address"), action: try reader.word("action"),
            reason: try reader.word("reason"), id: try reader.optionalText("id"),
            before: try reader.attributes("before"), after: try reader.attributes("after"),
            kept: try reader.paths("kept"), wasVerified: try reader.optionalFlag("was_verified"),
            steps: try reader.list("steps", Step.init(reader:)),
            cost: try reader.optionalWord("cost"), stage: try reader.integer("stage"),
            dependsOn: try reader.addresses("depends_on"),
            rollback: try reader.list("rollback", Step.init(reader:)),
            confirmation: try reader.list("confirmation", Step.init(reader:)),
            lastUpdated: try reader.optionalText("last_updated"),
            previousAddress: reader.json["previous_address"] == nil
                ? nil : try reader.address("previous_address"))
    }
}

extension Step {
    fileprivate var json: JSONValue {
        [
            "operation": .string(operation.rawValue),
            "condition": .string(condition.rawValue),
        ]
    }

    fileprivate init(reader: PlanReader) throws(PlanReadingError) {
        self.init(try reader.word("operation"), try reader.word("condition"))
    }
}

extension Drift {
    fileprivate var json: JSONValue {
        [
            "address": .string(address.description),
            "kind": .string(kind.rawValue),
            "id": .string(id),
            "recorded": recorded.json,
            "live": live.json,
            "recorded_verified": recordedVerified.map { .bool($0) } ?? .null,
            "live_verified": liveVerified.map { .bool($0) } ?? .null,
            "last_updated": .optional(lastUpdated),
        ]
    }

    fileprivate init(reader: PlanReader) throws(PlanReadingError) {
        self.init(
            address: try reader.address("address"), kind: try reader.word("kind"),
            id: try reader.text("id"), recorded: try reader.attributes("recorded"),
            live: try reader.attributes("live"),
            recordedVerified: try reader.optionalFlag("recorded_verified"),
            liveVerified: try reader.optionalFlag("live_verified"),
            lastUpdated: try reader.optionalText("last_updated"))
    }
}

extension JSONValue {
    fileprivate static func optional(_ text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }
}

package import JSON
import Kinds
import Planning
import Vocabulary

/// The facts about this program in a plan document.
package struct PlanSeal: Sendable {
    /// The version of the program.
    let version: String
    /// Returns the checksum over the document's other members.
    let checksum: @Sendable (JSONObject) -> String

    package init(version: String, checksum: @escaping @Sendable (JSONObject) -> String) {
        self.version = version
        self.checksum = checksum
    }
}

extension PlanView {
    /// The plan in Terraform's plan representation, which other tools can read.
    ///
    /// Attributes have the wire's shape. A secret is null, and `true` in the mirror beside it. The
    /// member `tenterhook` has the exact plan.
    package func json(_ seal: PlanSeal) -> JSONValue {
        var document: JSONObject = [
            "format_version": "1.2",
            "tenterhook_version": .string(seal.version),
            "applyable": .bool(!plan.isEmpty && refusal.isEmpty),
            "complete": .bool(plan.targets.isEmpty),
            "errored": false,
            "resource_drift": .array(plan.drift.map(Rendering.document)),
            "resource_changes": .array(
                plan.changes.map { Rendering.document($0, mode: plan.mode) }),
            "output_changes": [:],
            "tenterhook": plan.json,
        ]
        document["where_used"] = whereUsed.map { _ in
            .object(JSONObject(uses.map { (key: $0.head, value: $0.json) }))
        }
        if !refusal.isEmpty { document["diagnostics"] = diagnosticsDocument(refusal) }
        document["checksum"] = .string(seal.checksum(document))
        return .object(document)
    }
}

extension UseView {
    /// The uses as JSON: `known`, and the parts that refer to the object.
    var json: JSONValue {
        switch finding {
        case .used(let uses):
            ["known": true, "used_by": .array(uses.map(document)), "reason": nil]
        case .unlisted(let words), .notKnown(let words):
            ["known": false, "used_by": [], "reason": .string(words)]
        }
    }

    private func document(_ use: ObjectUse) -> JSONValue {
        [
            "parts": .array(
                use.parts.map {
                    ["noun": .string($0.noun), "name": .string($0.name), "id": .string($0.id)]
                }),
            "active": .bool(use.isActive),
        ]
    }
}

private func document(_ change: Change, mode: Plan.Mode) -> JSONValue {
    let kind = KindRegistry.kind(of: change.address)
    let (before, after) = wireShapes(before: change.before, after: change.after, kind: kind)
    let hasBefore = change.action != .create
    let hasAfter = change.action != .delete && change.action != .forget

    var known = after.value
    var unknown = after.unknown
    if change.action == .move {
        // Nothing is written, so that all stays as it is.
        known = completed(after.value, id: change.id, isVerified: change.wasVerified)
    } else {
        fillKnownAfterApply(change, kind, &known, &unknown)
    }
    var actions: JSONObject = [
        "actions": .array(actions(of: change.action).map { .string($0) })
    ]
    actions["before"] =
        hasBefore
        ? .object(completed(before.value, id: change.id, isVerified: change.wasVerified)) : .null
    actions["after"] = hasAfter ? .object(known) : .null
    actions["after_unknown"] = .object(hasAfter ? unknown : JSONObject())
    actions["before_sensitive"] = hasBefore ? .object(before.sensitive) : false
    actions["after_sensitive"] = hasAfter ? .object(after.sensitive) : false

    var document = heading(change.address)
    if let previous = change.previousAddress {
        document["previous_address"] = .string(previous.description)
    }
    document["change"] = .object(actions)
    if hasBefore, hasAfter {
        let isWriteOnly = !change.steps.contains {
            $0.operation != .update && $0.condition == .always
        }
        tell(
            sameMeaning(before: change.before, after: change.after, kind: kind),
            isAll: isWriteOnly, in: &document)
    }
    switch (change.action, mode) {
    case (.delete, .apply): document["action_reason"] = "delete_because_no_resource_config"
    case (.replace, _): document["action_reason"] = "replace_because_cannot_update"
    default: break
    }
    return .object(document)
}

/// Fills in the members beside the attributes that are known before the apply.
private func fillKnownAfterApply(
    _ change: Change, _ kind: ResourceKind?, _ known: inout JSONObject,
    _ unknown: inout JSONObject
) {
    // Okta gives an object its id; only a write that makes no new object keeps the one there is.
    if change.action == .update, let id = change.id {
        known["id"] = .string(id)
    } else {
        unknown["id"] = true
    }
    if kind?.isVerified == true {
        if change.steps.contains(where: { $0.operation == .verify }) {
            known["verificationStatus"] = "VERIFIED"
        } else {
            unknown["verificationStatus"] = true
        }
    }
}

private func document(_ drift: Drift) -> JSONValue {
    let kind = KindRegistry.kind(of: drift.address)
    let (before, after) = wireShapes(before: drift.recorded, after: drift.live, kind: kind)
    let isThere = drift.kind != .deleted
    var document = heading(drift.address)
    document["change"] = [
        "actions": [isThere ? "update" : "delete"],
        "before": .object(
            completed(before.value, id: drift.id, isVerified: drift.recordedVerified)),
        "after": isThere
            ? .object(completed(after.value, id: drift.id, isVerified: drift.liveVerified)) : nil,
        "after_unknown": [:],
        "before_sensitive": .object(before.sensitive),
        "after_sensitive": isThere ? .object(after.sensitive) : false,
    ]
    if isThere {
        tell(
            sameMeaning(before: drift.recorded, after: drift.seenLive, kind: kind),
            isAll: drift.recordedVerified == drift.liveVerified, in: &document)
    }
    return .object(document)
}

/// Says which values differ and mean the same, where there are any.
private func tell(
    _ meaning: (paths: [AttributePath], isAll: Bool), isAll: Bool, in document: inout JSONObject
) {
    guard !meaning.paths.isEmpty else { return }
    document["same_meaning"] = .bool(meaning.isAll && isAll)
    document["same_meaning_paths"] = .array(meaning.paths.map { .string($0.description) })
}

private func heading(_ address: Address) -> JSONObject {
    [
        "address": .string(address.description),
        "mode": "managed",
        "type": .string(address.kind),
        "name": .string(address.key),
        "provider_name": "tenterhook",
    ]
}

private func actions(of action: Change.Action) -> [String] {
    switch action {
    case .create: ["create"]
    case .update: ["update"]
    case .replace: ["delete", "create"]
    case .delete: ["delete"]
    case .forget: ["forget"]
    case .move: ["no-op"]
    }
}

/// An object's attributes with what Okta says of it beside them.
private func completed(_ attributes: JSONObject, id: String?, isVerified: Bool?) -> JSONObject {
    var object = attributes
    if let id { object["id"] = .string(id) }
    if let isVerified {
        object["verificationStatus"] = isVerified ? "VERIFIED" : "UNVERIFIED"
    }
    return object
}

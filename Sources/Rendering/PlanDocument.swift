package import JSON
import Kinds
package import Planning
import Vocabulary

/// A plan in Terraform's plan representation, so that the tools which read that read ours.
///
/// Attributes stand in the wire's shape. A secret is null, and `true` in the mirror beside it.
///
/// - Parameters:
///   - exact: the plan as it is saved, kept under the member `tenterhook`.
///   - version: of this program.
package func planDocument(_ plan: Plan, exact: JSONValue, version: String) -> JSONValue {
    [
        "format_version": "1.2",
        "tenterhook_version": .string(version),
        "applyable": .bool(!plan.isEmpty),
        "complete": .bool(plan.targets.isEmpty),
        "errored": false,
        "resource_drift": .array(plan.drift.map(document)),
        "resource_changes": .array(plan.changes.map { document($0, mode: plan.mode) }),
        "output_changes": [:],
        "tenterhook": exact,
    ]
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
        foretell(change, kind, &known, &unknown)
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

/// What is known of the object after its write, beside its attributes.
private func foretell(
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

import JSON
import Kinds
import Planning
import State
import Vocabulary

@testable import Rendering

/// Values that the tests share. The sentinel stands wherever a secret's fingerprint may be.
enum Sample {
    static let sentinel = "5e17195e17195e17"
    static let leavers = Address(kind: "event_hook", key: "leavers")
    static let audit = Address(kind: "event_hook", key: "audit")
    static let old = Address(kind: "event_hook", key: "old")

    static let plain = TextStyle()

    /// The document without the exact plan, which has fingerprints, and without the checksum.
    static func document(_ view: PlanView) -> JSONValue {
        var document = view.json(PlanSeal(version: "0") { _ in "" }).object ?? JSONObject()
        document["tenterhook"] = nil
        document["checksum"] = nil
        return .object(document)
    }

    static func fingerprint(_ tail: String = "00") -> Fingerprint {
        Fingerprint(n: 16384, r: 8, p: 1, salt: sentinel + tail, hash: sentinel + tail)
    }

    static func attributes(
        name: String = "Leavers", description: String? = nil, status: String = "ACTIVE",
        events: [String] = ["user.lifecycle.deactivate"], url: String = "https://hooks.acme.com/a",
        headers: [String: AttributeValue] = [:], filters: [String: String] = [:],
        secret: AttributeValue? = nil
    ) -> Attributes {
        var result = Attributes()
        result["name"] = .text(name)
        result["description"] = description.map { .text($0) }
        result["status"] = .text(status)
        result["events.items"] = .set(of: events)
        result["channel.config.uri"] = .text(url)
        for (key, value) in headers {
            result[AttributePath("channel.config.headers", key: key)] = value
        }
        for (key, value) in filters {
            result[AttributePath("events.filter", key: key)] = .text(value)
        }
        if let secret {
            result["channel.config.authScheme.key"] = .text("Authorization")
            result["channel.config.authScheme.value"] = secret
        }
        return result
    }

    static func plan(
        mode: Plan.Mode = .apply, targets: [Address] = [], changes: [Change] = [],
        drift: [Drift] = [], unchanged: Int = 0, unmanaged: Int = 0
    ) -> Plan {
        Plan(
            mode: mode, orgName: "prod", orgURL: "https://acme.okta.com", manifestDigest: "d",
            stateLineage: "l", stateSerial: 1, targets: targets, changes: changes, drift: drift,
            unchanged: unchanged,
            unmanaged: (0..<unmanaged).map {
                Unmanaged(kind: "event_hook", id: "who\($0)", name: "n\($0)")
            })
    }

    static let creation = Change(
        address: audit, action: .create, reason: .notInTheOrg,
        after: attributes(
            name: "Audit", events: ["user.lifecycle.create", "group.user_membership.add"],
            headers: ["X-Team": .text("identity")], secret: .secret(fingerprint())),
        steps: [Step(.create), Step(.verify)], cost: nil)

    static let update = Change(
        address: leavers, action: .update, reason: .differs, id: "who1",
        before: attributes(
            description: "Stop pay",
            events: ["user.lifecycle.create", "user.lifecycle.deactivate", "a.b", "c.d"],
            headers: ["X-Old": .text("1")], filters: ["a.b": "1 eq 1"],
            secret: .secret(fingerprint("01"))),
        after: attributes(
            description: "Stop pay",
            events: ["user.lifecycle.deactivate", "group.user_membership.add", "a.b", "c.d"],
            url: "https://hooks.acme.com/b", filters: ["a.b": "1 eq 2"],
            secret: .secret(fingerprint("02"))),
        kept: [AttributePath("description")], wasVerified: true,
        steps: [Step(.update), Step(.verify, .ifUnverified)], cost: .losesEventsUntilVerified,
        rollback: [Step(.update), Step(.verify, .ifUnverified)])

    static let deletion = Change(
        address: old, action: .delete, reason: .notInTheManifest, id: "who2",
        before: attributes(name: "Old"), wasVerified: true,
        steps: [Step(.deactivate), Step(.delete)])
}

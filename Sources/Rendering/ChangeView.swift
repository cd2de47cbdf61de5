import Catalog
import Kinds
import Planning
import Reconciling
import Vocabulary

/// One change of a plan for a reader: the steps, what they cost, and the attributes that differ.
struct ChangeView {
    let change: Change
    /// True if the plan shows elsewhere what uses the object.
    let showsUse: Bool

    private var kind: ResourceKind? { KindRegistry.kind(of: change.address) }

    var sign: String {
        switch change.action {
        case .create: "+"
        case .update: "~"
        case .replace: "-/+"
        case .delete: "-"
        case .forget: "."
        case .move: ">"
        }
    }

    /// The steps in words: `update, verify if Okta resets it`.
    var steps: String {
        switch change.action {
        case .forget: "forget"
        case .move: "move"
        case .create, .update, .replace, .delete:
            change.steps.map(Self.words).joined(separator: ", ")
        }
    }

    /// The reason of the change; nil if the rest shows it.
    var reason: String? {
        switch change.reason {
        case .notInTheOrg, .differs, .destroy, .moved: nil
        case .deletedInTheOrg, .notVerified, .secretMayBeReplaced, .notInTheManifest, .removed,
            .rollback:
            change.reason.rawValue
        }
    }

    var rows: [AttributeRow] {
        change.action == .forget
            ? []
            : AttributeRow.rows(
                before: change.before, after: change.after, kept: change.kept, kind: kind)
    }

    /// The consequences of the change, the most important first.
    var notes: [String] {
        var notes: [String] = []
        let fixed = fixedAttributes
        if change.action == .replace, !fixed.isEmpty {
            notes.append(
                "a new object with a new id, since Okta cannot change its \(fixed): what refers to "
                    + "the old one has to be pointed to it")
        }
        if let outageNote { notes.append(outageNote) }
        if !showsUse, change.action == .delete || change.action == .replace,
            case .listed? = kind?.use(of: change.before)
        {
            notes.append("--where-used shows what refers to it")
        }
        if let previous = change.previousAddress { notes.append("moved from \(previous)") }
        if change.action == .move { notes.append("only its address in the state changes") }
        if change.action == .forget {
            notes.append(
                "only the state forgets it"
                    + (change.before.isEmpty ? "" : ", and it stays in the org"))
        }
        if let cost = change.cost { notes.append(words(for: cost)) }
        if !change.rollback.isEmpty { notes.append("taken back if Okta cannot verify it") }
        if !change.dependsOn.isEmpty {
            let addresses = change.dependsOn.sorted().map(\.description)
            notes.append("after \(addresses.joined(separator: ", "))")
        }
        return notes
    }

    private static func words(for step: Step) -> String {
        switch (step.operation, step.condition) {
        case (let operation, .always): operation.rawValue
        case (.verify, .ifUnverified): "verify if Okta resets it"
        case (let operation, .ifUnverified): "\(operation.rawValue) if not verified"
        }
    }

    private func words(for cost: Change.Cost) -> String {
        switch cost {
        case .losesEventsUntilVerified:
            // Only Okta's response tells whether the hook must be verified, and so whether it loses
            // events.
            change.steps.contains(Step(.verify, .ifUnverified))
                ? "may lose events until verified" : "loses events until verified"
        case .receivesNothingUntilVerified: "receives nothing until verified"
        case .stopsReceiving: "stops receiving events"
        case .inactive: "not active, loses nothing"
        }
    }

    /// The effect that users notice while the object is gone, or would notice if the new one failed.
    private var outageNote: String? {
        if change.takesAway, let outage = kind?.outage(of: change.before) {
            return "where it is in use, \(outage.effect) while it is gone"
                + (change.stopsPeople ? ", hence --allow-blocking" : "")
        }
        guard let outage = kind?.outage(of: change.after), mayFail else { return nil }
        return "where it is in use, \(outage.effect) when it fails"
    }

    /// True if the change makes an active object, or writes more of it than its name.
    private var mayFail: Bool {
        guard kind?.statusAttribute.flatMap({ change.after[$0]?.text }) != "INACTIVE" else {
            return false
        }
        switch change.action {
        case .create: return true
        case .update:
            return change.steps.contains { $0.operation == .activate }
                || change.before.paired(with: change.after).contains { path, before, after in
                    before != after && path.attribute != kind?.uniqueAttribute
                }
        case .replace, .delete, .move, .forget: return false
        }
    }

    /// The changed attributes that the API cannot change, in words.
    private var fixedAttributes: String {
        (kind?.attributes ?? []).filter {
            $0.has(.forcesReplacement) && change.before[$0.path] != change.after[$0.path]
        }.map(\.manifestName).joined(separator: " and ")
    }
}

import Catalog
import Kinds
import Planning
import Reconciling
import Vocabulary

/// One change of a plan as lines: what is done, what that costs, what differs.
struct ChangeText {
    let style: TextStyle
    /// What uses the objects, where the plan says so elsewhere.
    let whereUsed: WhereUsed?

    /// Reasons that the sign and the rows say already.
    private static let evident: Set<Change.Reason> = [
        .notInTheOrg, .differs, .destroy, .moved,
    ]

    func lines(_ change: Change) -> [String] {
        let sign = Self.sign(of: change.action)
        let role = Self.role(of: change.action)
        let kind = KindRegistry.kind(of: change.address)
        var head =
            style.paint(leftPadded(sign), role) + " "
            + style.paint(style.visible(change.address.description), .heading) + ": "
            + words(for: change)
        if !Self.evident.contains(change.reason) { head += " (\(change.reason.rawValue))" }

        var lines = [head]
        let notes = notes(on: change, kind)
        if !notes.isEmpty {
            lines += style.wrapped(notes.joined(separator: "; "), indent: 4).map {
                "    " + style.paint(String($0.dropFirst(4)), .changed)
            }
        }
        if change.action != .forget {
            let rows = AttributeRow.rows(
                before: change.before, after: change.after, kept: change.kept, kind: kind)
            lines += AttributeRowText(style: style, indent: 6).lines(rows)
        }
        return lines
    }

    /// The steps in words: `update, verify if Okta resets it`.
    private func words(for change: Change) -> String {
        if change.action == .forget { return "forget" }
        if change.action == .move { return "move" }
        return change.steps.map(Self.words).joined(separator: ", ")
    }

    static func words(for step: Step) -> String {
        switch (step.operation, step.condition) {
        case (let operation, .always): operation.rawValue
        case (.verify, .ifUnverified): "verify if Okta resets it"
        case (let operation, .ifUnverified): "\(operation.rawValue) if not verified"
        }
    }

    static func words(for cost: Change.Cost, steps: [Step]) -> String {
        switch cost {
        case .losesEventsUntilVerified:
            // Where only Okta's answer tells whether it has to be verified, so it does of the loss.
            steps.contains(Step(.verify, .ifUnverified))
                ? "may lose events until verified" : "loses events until verified"
        case .receivesNothingUntilVerified: "receives nothing until verified"
        case .stopsReceiving: "stops receiving events"
        case .inactive: "not active, loses nothing"
        }
    }

    private func notes(on change: Change, _ kind: ResourceKind?) -> [String] {
        var notes: [String] = []
        let fixed = fixed(change, kind)
        if change.action == .replace, !fixed.isEmpty {
            notes.append(
                "a new object with a new id, since Okta cannot change its \(fixed): what refers to "
                    + "the old one has to be pointed to it")
        }
        if let felt = felt(of: change, kind) { notes.append(felt) }
        if whereUsed == nil, change.action == .delete || change.action == .replace,
            case .listed? = kind?.use(of: change.before)
        {
            notes.append("--where-used shows what refers to it")
        }
        if let previous = change.previousAddress {
            notes.append("moved from \(style.visible(previous.description))")
        }
        if change.action == .move { notes.append("only its address in the state changes") }
        if change.action == .forget {
            notes.append(
                "only the state forgets it"
                    + (change.before.isEmpty ? "" : ", and it stays in the org"))
        }
        if let cost = change.cost { notes.append(Self.words(for: cost, steps: change.steps)) }
        if !change.rollback.isEmpty { notes.append("taken back if Okta cannot verify it") }
        if !change.dependsOn.isEmpty {
            let addresses = change.dependsOn.sorted().map { style.visible($0.description) }
            notes.append("after \(addresses.joined(separator: ", "))")
        }
        return notes
    }

    /// What people feel while the object is gone, or would if what is written did not work.
    private func felt(of change: Change, _ kind: ResourceKind?) -> String? {
        if change.takesAway, let outage = kind?.outage(of: change.before) {
            return "where it is in use, \(outage.effect) while it is gone"
                + (change.stopsPeople ? ", hence --allow-blocking" : "")
        }
        guard let outage = kind?.outage(of: change.after), mayFail(change, kind) else { return nil }
        return "where it is in use, \(outage.effect) when it fails"
    }

    /// Whether a change makes an active object, or writes more of it than its name.
    private func mayFail(_ change: Change, _ kind: ResourceKind?) -> Bool {
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
    private func fixed(_ change: Change, _ kind: ResourceKind?) -> String {
        (kind?.attributes ?? []).filter {
            $0.has(.forcesReplacement) && change.before[$0.path] != change.after[$0.path]
        }.map(\.manifestName).joined(separator: " and ")
    }

    private static func sign(of action: Change.Action) -> String {
        switch action {
        case .create: "+"
        case .update: "~"
        case .replace: "-/+"
        case .delete: "-"
        case .forget: "."
        case .move: ">"
        }
    }

    private static func role(of action: Change.Action) -> TextStyle.Role {
        switch action {
        case .create: .added
        case .update, .replace: .changed
        case .delete: .removed
        case .forget, .move: .faint
        }
    }
}

/// A sign in the three columns that the widest takes.
func leftPadded(_ sign: String) -> String {
    String(repeating: " ", count: max(0, 3 - sign.utf8.count)) + sign
}

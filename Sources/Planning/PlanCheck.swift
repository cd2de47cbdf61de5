import Kinds
package import Vocabulary

/// What every plan promises to apply, checked once a plan is made. A violation is a bug in the
/// planner; such a plan is never applied.
package struct PlanCheck {
    private let desired: [Address: DesiredResource]

    /// - Parameter desired: The manifest's resources, with references resolved as in the plan.
    package init(desired: [DesiredResource]) {
        self.desired = Dictionary(
            desired.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The violations as errors, one for each broken promise.
    package func diagnostics(of changes: [Change]) -> [Diagnostic] {
        violations(in: changes).map { violation in
            Diagnostic(
                .error, .plannerBug,
                detail:
                    "\(violation). Nothing is applied. Report it, and attach the output of this "
                    + "command with --verbose, the manifest, and `tenterhook state list`; none of "
                    + "them contains a secret.")
        }
    }

    /// The broken promises, in sentences without a period.
    package func violations(in changes: [Change]) -> [String] {
        let stages = Dictionary(
            changes.map { ($0.address, $0.stage) }, uniquingKeysWith: { first, _ in first })
        var violations: [String] = []
        if stages.count < changes.count {
            violations.append("The plan has two changes for the same address")
        }
        for change in changes {
            violations += problems(of: change).map { "`\(change.address)` \($0)" }
            for dependency in change.dependsOn {
                guard let stage = stages[dependency] else {
                    violations.append(
                        "`\(change.address)` depends on `\(dependency)`, which the plan doesn't change"
                    )
                    continue
                }
                if stage > change.stage {
                    violations.append(
                        "`\(change.address)` depends on `\(dependency)`, which comes later")
                }
            }
        }
        return violations
    }

    private func problems(of change: Change) -> [String] {
        var problems: [String] = []
        let operations = change.steps.map(\.operation)
        let needsID = change.action != .create
        if needsID == (change.id == nil) {
            problems.append("has an ID where it should have none, or none")
        }
        if operations.isEmpty != [.forget, .move].contains(change.action) {
            problems.append("has steps that don't fit its action")
        }
        if operations.contains(.create) || operations.contains(.update) {
            problems += undeclared(in: change)
        }
        if change.action == .update, operations.contains(.update),
            change.reason != .secretMayBeReplaced, !hasDifference(change)
        {
            problems.append("would be written without a difference")
        }
        if change.action == .update, !operations.contains(.update), change.wasVerified == true,
            change.steps.contains(Step(.verify)), !operations.contains(.activate)
        {
            problems.append("would be verified although it is")
        }
        return problems
    }

    /// Returns whether Okta would tell the two sides of an update apart.
    private func hasDifference(_ change: Change) -> Bool {
        guard change.before == change.after, let kind = desired[change.address]?.kind else {
            return true
        }
        // Strings that differ in Unicode normalization are equal to Swift.
        return zip(change.before.pairs, change.after.pairs).contains {
            !kind.same($0.0, $0.1, $1.1)
        }
    }

    /// The declared attributes that would not be as the manifest declares them.
    private func undeclared(in change: Change) -> [String] {
        guard let desired = desired[change.address] else { return ["isn't in the manifest"] }
        let ignored = change.action == .create ? [] : desired.lifecycle.ignoreChanges
        let kind = desired.kind
        return desired.declared.subtracting(ignored).sorted().compactMap { path in
            let wanted = desired.attributes.entries(of: path)
            let planned = change.after.entries(of: path)
            let isSame =
                wanted.count == planned.count
                && zip(wanted, planned).allSatisfy { kind.same($0.path, $0.value, $1.value) }
            return isSame
                ? nil : "would not have the declared \(kind.attribute(path)?.manifestName ?? path)"
        }
    }
}

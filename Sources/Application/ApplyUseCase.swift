package import Planning
import Ports
package import Reconciling
import Vocabulary

/// The person or program that an apply shows its plan to.
package protocol ApplyAudience: Sendable {
    /// Shows a plan, and returns if it's approved. An error ends the apply before its first write.
    func approve(_ planned: PlanResult, in session: OrgSession) async throws
    /// Receives each event of the apply, from any thread.
    func observe(_ event: ApplyEvent)
    /// Receives the result while the state is still locked.
    func finish(_ report: ApplyReport, of plan: Plan) async
}

extension OrgSession {
    /// Plans, asks for approval, and applies, all under the state's lock.
    ///
    /// - Parameters:
    ///   - command: The command that takes the lock: `apply` or `destroy`.
    ///   - stop: Ends the apply early if it's set.
    /// - Throws: `.stalePlan` if the order has a saved plan that doesn't fit any more.
    package func apply(
        _ order: PlanOrder, command: String, stop: StopSignal, audience: some ApplyAudience
    ) async throws -> ApplyReport {
        try await withState(command: command, lineage: order.saved?.stateLineage) { state in
            let planned = try await plan(order, against: state)
            if let saved = order.saved { try ensureFresh(saved, planned) }
            try await audience.approve(planned, in: self)
            let operation = ApplyOperation(
                org: client, store: state.store(), knowledge: knowledge,
                surroundings: installation.host.surroundings,
                parallelism: installation.settings.parallelism, stop: stop,
                observe: { audience.observe($0) })
            let report = await operation.run(planned)
            await audience.finish(report, of: planned.outcome.plan)
            return report
        }
    }

    private func ensureFresh(_ saved: Plan, _ planned: PlanResult) throws(ApplicationError) {
        guard let staleness = Staleness.of(saved, against: planned.outcome.plan) else { return }
        switch staleness {
        case .moved, .secretChanged, .otherChanges:
            // An error says more: a secret that can't be resolved looks like one that changed.
            if !planned.outcome.diagnostics.hasOnlyGuards {
                throw .findings(
                    workspace.warnings + planned.outcome.diagnostics, sources: workspace.sources)
            }
        case .otherOrg, .manifestEdited, .stateMoved, .otherState: break
        }
        throw .stalePlan(staleness, of: saved)
    }
}

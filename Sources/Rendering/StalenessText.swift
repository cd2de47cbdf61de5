import Kinds
package import Planning
package import Vocabulary

/// Why a saved plan is not applied, and what to do instead.
///
/// - Parameter file: where it was saved.
package func describe(_ staleness: Staleness, of plan: Plan, in file: String) -> Diagnostic {
    let what: String
    switch staleness {
    case .otherOrg(let planned, let now):
        what = "It was made for \(planned), and the manifest now says \(now)."
    case .manifestEdited:
        what = "The manifest, or a value given with --var, is not what it was made from."
    case .otherState:
        what = "It was made from another state than the one that is here."
    case .stateMoved(let planned, let now):
        what = "The state was written in between: its serial was \(planned) and is \(now)."
    case .moved(let address, let path):
        what = "`\(path)` of \(address) moved since the plan was made."
    case .secretChanged(let address, let path):
        let name = AttributeRow.label(path, kind: KindRegistry.kind(of: address))
        what = "The secret `\(name)` of \(address) is not the one that the plan was made with."
    case .otherChanges(let address):
        what = "Planned again now, \(address) would be changed in another way."
    }
    return Diagnostic(
        .error, .planStale, notes: [what, "Nothing was done. Plan again, and look at it:"],
        commands: [again(plan, file)])
}

/// The command that makes a plan again as it was made.
private func again(_ plan: Plan, _ file: String) -> String {
    let mode = plan.mode == .destroy ? " --destroy" : ""
    let targets = plan.targets.map { " --target \(shellWord($0.description))" }.joined()
    return "tenterhook plan\(mode)\(targets) --out \(shellWord(file))"
}

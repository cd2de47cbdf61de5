package import Planning

/// Why a saved plan is not applied, and what to do instead.
package func describe(_ staleness: Staleness) -> Explanation {
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
    case .otherChanges(let address):
        what = "Planned again now, \(address) would be changed in another way."
    }
    return Explanation(
        "The saved plan is stale", [what, "Nothing was done. Plan again, and look at it:"],
        commands: ["tenterhook plan --out plan.json"])
}

package import Ports

/// Why the state could not be had or kept, in plain words.
package func describe(_ error: StateBackendError) -> Explanation {
    switch error {
    case .locked(let holder):
        return Explanation(
            "The state is locked by another run.",
            held(by: holder)
                + ["If that run is still going, wait for it. If it is gone, take its lock away:"],
            commands: [unlock(holder)])
    case .moved:
        return Explanation(
            "The state was changed by somebody else.",
            ["It is not the one that was read, and was not overwritten. Run this again."])
    case .lockLost(let holder):
        return Explanation(
            "State lock lost.",
            ["This run's lock expired or was removed, so nothing more was stored."]
                + (holder.map(held) ?? [])
                + ["Run this again. It continues from the org's current objects."])
    case .noSuchLock(nil):
        return Explanation("There is no such lock.", ["The state is not locked."])
    case .noSuchLock(let holder?):
        return Explanation(
            "There is no such lock.",
            held(by: holder) + ["That lock has another id:"], commands: [unlock(holder)])
    case .failed(let detail), .unavailable(let detail, _):
        return Explanation("The state could not be read or written.", [detail])
    }
}

/// Who has a lock, since when, and what for.
private func held(by holder: LockHolder) -> [String] {
    var lines = [
        "Held by \(holder.who), process \(holder.pid), since \(holder.since), running "
            + "`\(holder.command)`."
    ]
    if let run = holder.ciRun { lines.append("CI run: \(run)") }
    return lines
}

private func unlock(_ holder: LockHolder) -> String {
    "tenterhook state unlock \(shellWord(holder.id))"
}

package import Ports
package import Vocabulary

/// Why the state could not be had or kept, in plain words.
package func describe(_ error: StateBackendError) -> Diagnostic {
    switch error {
    case .locked(let holder):
        return Diagnostic(
            .error, .stateLocked,
            notes: held(by: holder)
                + ["If that run is still going, wait for it. If it is gone, take its lock away:"],
            commands: [unlock(holder)])
    case .moved:
        return Diagnostic(
            .error, .stateConflict,
            notes: ["It is not the one that was read, and was not overwritten. Run this again."])
    case .lockLost(let holder):
        return Diagnostic(
            .error, .lockLost,
            notes: ["This run's lock expired or was removed, so nothing more was stored."]
                + (holder.map(held) ?? [])
                + ["Run this again. It continues from the org's current objects."])
    case .noSuchLock(nil):
        return Diagnostic(.error, .unknownLock, notes: ["The state is not locked."])
    case .noSuchLock(let holder?):
        return Diagnostic(
            .error, .unknownLock, notes: held(by: holder) + ["That lock has another id:"],
            commands: [unlock(holder)])
    case .failed(let detail), .unavailable(let detail, _):
        return Diagnostic(.error, .stateUnavailable, notes: [detail])
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

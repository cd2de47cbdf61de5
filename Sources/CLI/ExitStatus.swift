/// The program's exit codes, as `docs/exit-codes.md` lists them.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case error = 1
    case changesPending = 2
    case refusedByGuard = 4
    case verificationFailed = 5
    case partlyApplied = 6
    case stalePlan = 7
    case stateLocked = 8
    case refusedByOkta = 9
    case wrongUsage = 64
}

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

    /// The code of a diagnostic that has no other, in kebab case.
    var name: String {
        switch self {
        case .done, .error, .changesPending: "error"
        case .refusedByGuard: "refused-by-guard"
        case .verificationFailed: "verification-failed"
        case .partlyApplied: "partly-applied"
        case .stalePlan: "stale-plan"
        case .stateLocked: "state-locked"
        case .refusedByOkta: "refused-by-okta"
        case .wrongUsage: "wrong-usage"
        }
    }
}

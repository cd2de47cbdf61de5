import Ports
import Rendering
import State
import Vocabulary

/// Why a command ends without having done what it was asked for: what to tell, and the exit code.
struct Failure: Error {
    enum Message: Sendable {
        case explanation(Explanation)
        case diagnostics([Diagnostic], sources: [String: [UInt8]])
        /// All has been said already.
        case nothing
    }

    let code: ExitStatus
    let message: Message

    init(_ code: ExitStatus, _ message: Message = .nothing) {
        self.code = code
        self.message = message
    }

    init(
        _ code: ExitStatus, _ summary: String, _ lines: [String] = [], commands: [String] = []
    ) {
        self.init(code, .explanation(Explanation(summary, lines, commands: commands)))
    }

    /// Errors that are all a guard's have the guard's exit code.
    init(_ diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
        self.init(
            diagnostics.hasOnlyGuards ? .refusedByGuard : .error,
            .diagnostics(diagnostics, sources: sources))
    }

    init(_ error: OrgError) {
        let isUnauthorized = if case .unauthorized = error { true } else { false }
        self.init(isUnauthorized ? .refusedByOkta : .error, .explanation(describe(error)))
    }

    init(_ error: StateBackendError) {
        let isLocked = if case .locked = error { true } else { false }
        self.init(isLocked ? .stateLocked : .error, .explanation(describe(error)))
    }

    /// - Parameter backup: where the state of before the last run is, when there is one.
    init(_ error: StateFileError, place: String, backup: String?) {
        var diagnostic = error.diagnostic(place: place, backup: backup)
        if case .damaged = error {
            let state = shellWord(place)
            diagnostic.commands =
                backup.map { ["cp \(shellWord($0)) \(state)"] }
                ?? ["mv \(state) \(shellWord(place + ".damaged"))", "tenterhook adopt"]
        }
        self.init([diagnostic], sources: [:])
    }
}

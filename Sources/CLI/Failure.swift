import Application
import Planning
import Ports
import Rendering
import State
import Vocabulary

/// Why a command ends without having done what it was asked for: what to tell, and the exit code.
struct Failure: Error {
    enum Message: Sendable {
        case diagnostic(Diagnostic)
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
        _ code: ExitStatus, _ rule: Rule, _ notes: [String] = [], commands: [String] = []
    ) {
        self.init(code, .diagnostic(Diagnostic(.error, rule, notes: notes, commands: commands)))
    }

    /// Errors that are all a guard's have the guard's exit code.
    init(_ diagnostics: [Diagnostic], sources: [String: [UInt8]]) {
        self.init(
            diagnostics.hasOnlyGuards ? .refusedByGuard : .error,
            .diagnostics(diagnostics, sources: sources))
    }
}

extension Failure {
    /// The message and the exit code of a failed use case.
    init(_ error: ApplicationError) {
        switch error {
        case .findings(let diagnostics, let sources): self.init(diagnostics, sources: sources)
        case .request(let problem): self.init(.error, .diagnostic(problem))
        case .usage(let problem): self.init(.wrongUsage, .diagnostic(problem))
        case .stalePlan(let staleness, let plan): self.init(staleness, of: plan, in: "plan.json")
        case .org(let error):
            let isUnauthorized = if case .unauthorized = error { true } else { false }
            self.init(isUnauthorized ? .refusedByOkta : .error, .diagnostic(describe(error)))
        case .state(let error):
            let isLocked = if case .locked = error { true } else { false }
            self.init(isLocked ? .stateLocked : .error, .diagnostic(describe(error)))
        case .stateFile(let error, let place, let backup):
            self.init(error, place: place, backup: backup)
        case .inOrg(let org, let error):
            let failure = Failure(error)
            guard case .diagnostic(var diagnostic) = failure.message else {
                self = failure
                return
            }
            diagnostic.notes.insert("This is about the org `\(org)`.", at: 0)
            self.init(failure.code, .diagnostic(diagnostic))
        }
    }

    /// The failure that an error of a command is; nil for the argument parser's errors.
    init?(ending error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ApplicationError: self.init(error)
        default: return nil
        }
    }

    /// - Parameters:
    ///   - file: The file of the saved plan.
    ///   - org: The org that the command must name to plan again; nil if it needn't.
    init(_ staleness: Staleness, of plan: Plan, in file: String, org: String? = nil) {
        var words = describe(staleness, of: plan, in: file)
        if let org { words.commands = words.commands.map { "\($0) --org \(shellWord(org))" } }
        self.init(.stalePlan, .diagnostic(words))
    }

    /// - Parameter backup: where the state of before the last run is, when there is one.
    private init(_ error: StateFileError, place: String, backup: String?) {
        var diagnostic = error.diagnostic(place: place, backup: backup)
        if case .damaged = error {
            let state = shellWord(place)
            diagnostic.commands =
                backup.map { ["cp \(shellWord($0)) \(state)"] }
                ?? ["mv \(state) \(shellWord(place + ".damaged"))", "tenterhook adopt"]
        }
        self.init([diagnostic], sources: [:])
    }

    /// The message as diagnostics; nil when all has been said already.
    var diagnostics: [Diagnostic]? {
        switch message {
        case .nothing: nil
        case .diagnostics(let diagnostics, _): diagnostics
        case .diagnostic(let diagnostic): [diagnostic]
        }
    }
}

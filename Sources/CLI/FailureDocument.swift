import JSON
import Rendering
import Vocabulary

/// A command with `--format`: where that says JSON, its standard output holds one document whatever
/// happens, a failure's too. The text of a failure is on standard error as ever.
protocol HasOutputFormat: SendableMetatype {
    var outputFormat: OutputFormat { get }
    /// What stands beside the diagnostics.
    var failureMembers: JSONObject { get }
}

extension HasOutputFormat {
    var failureMembers: JSONObject { JSONObject() }

    /// What a failure prints; nil when all has been printed.
    func document(of failure: Failure, carrying options: CarriedOptions) -> JSONValue? {
        guard outputFormat == .json, let diagnostics = failure.diagnostics else { return nil }
        var members = failureMembers
        members["diagnostics"] = diagnosticsDocument(options.completed(diagnostics))
        return .object(members)
    }
}

extension PlanCommand: HasOutputFormat {
    var outputFormat: OutputFormat { planOptions.format }
}

extension ValidateCommand: HasOutputFormat {
    var outputFormat: OutputFormat { format }
    var failureMembers: JSONObject { JSONObject([("valid", .bool(false))]) }
}

extension CompareCommand: HasOutputFormat { var outputFormat: OutputFormat { format } }
extension ExecuteCommand: HasOutputFormat {
    var outputFormat: OutputFormat { executeOptions.format }
}
extension FilterCommand.Check: HasOutputFormat { var outputFormat: OutputFormat { format } }
extension FilterCommand.Eval: HasOutputFormat { var outputFormat: OutputFormat { format } }
extension FilterCommand.Replay: HasOutputFormat {
    var outputFormat: OutputFormat { replay.format == .json ? .json : .text }
}
extension PreviewCommand: HasOutputFormat { var outputFormat: OutputFormat { preview.format } }
extension StateCommand.List: HasOutputFormat { var outputFormat: OutputFormat { format } }
extension StateCommand.Show: HasOutputFormat { var outputFormat: OutputFormat { format } }
extension EventsCommand: HasOutputFormat { var outputFormat: OutputFormat { format } }
extension TestCommand: HasOutputFormat {
    var outputFormat: OutputFormat { format == .json ? .json : .text }
}
extension VersionCommand: HasOutputFormat { var outputFormat: OutputFormat { format } }

extension Failure {
    /// What it has to tell, as diagnostics; one that is not about the manifest is named for its exit
    /// code. Nil when all has been said already.
    fileprivate var diagnostics: [Diagnostic]? {
        switch message {
        case .nothing: nil
        case .diagnostics(let diagnostics, _): diagnostics
        case .explanation(let explanation):
            [
                Diagnostic(
                    .error, code.name, explanation.summary,
                    detail: explanation.lines.joined(separator: "\n"),
                    commands: explanation.commands)
            ]
        }
    }
}

extension ExitStatus {
    /// In kebab case, as the codes of diagnostics are.
    fileprivate var name: String {
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

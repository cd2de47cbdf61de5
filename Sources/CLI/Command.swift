import ArgumentParser
import JSON
import Rendering

/// A command of the program.
///
/// To add one, write a file with the command, and add a line to `Tenterhook.configuration`. All that
/// the program needs to know of a command is here.
protocol Command: AsyncParsableCommand, SendableMetatype {
    var options: GlobalOptions { get }
    /// The format of standard output, which holds one document if it's JSON, even after a failure.
    var outputFormat: OutputFormat { get }
    /// The members beside the diagnostics in the document of a failure.
    var failureMembers: JSONObject { get }
    /// Whether the command keeps several cores busy.
    static var isParallel: Bool { get }
    /// Whether every run of the command sends requests to an org, so the network library is loaded
    /// while the arguments are parsed.
    static var asksOrg: Bool { get }
}

extension Command {
    var outputFormat: OutputFormat { .text }
    var failureMembers: JSONObject { JSONObject() }
    static var isParallel: Bool { false }
    static var asksOrg: Bool { false }

    /// The document that a failure prints; nil if standard output isn't JSON.
    var failureDocument: FailureDocument? {
        outputFormat == .json
            ? FailureDocument(members: failureMembers, carried: options.console.carried) : nil
    }
}

/// The JSON document of a failure, as far as it's known before the command runs.
struct FailureDocument: Sendable {
    fileprivate let members: JSONObject
    fileprivate let carried: CarriedOptions

    /// The document; nil if the command has printed its own already.
    func json(of failure: Failure) -> JSONValue? {
        guard let diagnostics = failure.diagnostics else { return nil }
        var members = members
        members["diagnostics"] = diagnosticsDocument(carried.completed(diagnostics))
        return .object(members)
    }
}

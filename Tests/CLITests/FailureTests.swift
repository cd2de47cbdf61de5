import Application
import ArgumentParser
import JSON
import Planning
import Ports
import State
import Testing
import Vocabulary

@testable import CLI

@Suite("Failures")
struct FailureTests {
    private static let answer = OktaAnswer(status: 400)
    private static let holder = LockHolder(
        id: "x", who: "me", pid: 1, since: "2026-08-01T00:00:00Z", command: "apply")

    private static func finding(isGuard: Bool) -> Diagnostic {
        Diagnostic(.error, .maxDeletes, isGuard: isGuard)
    }

    private static let exitCodes: [(ApplicationError, CLI.ExitStatus)] = [
        (.findings([finding(isGuard: false)], sources: [:]), .error),
        (.findings([finding(isGuard: true)], sources: [:]), .refusedByGuard),
        (
            .findings([finding(isGuard: true), finding(isGuard: false)], sources: [:]),
            .error
        ),
        (.request(.notInState), .error),
        (.usage(.movedToAnotherKind), .wrongUsage),
        (.org(.unauthorized(answer)), .refusedByOkta),
        (.org(.notFound(answer)), .error),
        (.org(.refused(answer)), .error),
        (.org(.rateLimited(answer)), .error),
        (.org(.unavailable(.init(detail: "x", mayHaveHappened: true))), .error),
        (.org(.cancelled(mayHaveHappened: false)), .error),
        (.state(.locked(holder)), .stateLocked),
        (.state(.moved), .error),
        (.state(.noSuchLock(holder: nil)), .error),
        (.state(.failed(detail: "x")), .error),
        (.state(.unavailable(detail: "x", mayHaveHappened: false)), .error),
        (.stateFile(.damaged("x"), place: "a", backup: nil), .error),
        (.stateFile(.newer(version: 9), place: "a", backup: nil), .error),
        (.stateFile(.otherOrg(recorded: "x"), place: "a", backup: nil), .error),
        (.inOrg("prod", .org(.unauthorized(answer))), .refusedByOkta),
        (.inOrg("prod", .state(.locked(holder))), .stateLocked),
    ]

    @Test("each failure of a use case has its exit code", arguments: exitCodes)
    func hasExitCode(_ error: ApplicationError, _ code: CLI.ExitStatus) {
        let failure = Failure(error)
        #expect(failure.code == code)
        // Each says something, on standard error and in a document.
        #expect(failure.diagnostics?.isEmpty == false)
        #expect(Failure(ending: error)?.code == code)
    }

    @Test("a stale plan names the command that makes it again")
    func stalePlan() {
        let plan = Plan(
            mode: .destroy, orgName: "prod", orgURL: "https://acme.okta.com",
            manifestDigest: "", stateLineage: "", stateSerial: 0,
            targets: [Address(kind: "event_hook", key: "leavers")], changes: [], drift: [],
            unchanged: 0, unmanaged: [])
        let failure = Failure(.manifestEdited, of: plan, in: "my plan.json", org: "prod")
        #expect(failure.code == .stalePlan)
        #expect(
            failure.diagnostics?.flatMap(\.commands) == [
                "tenterhook plan --destroy --target event_hook.leavers --out 'my plan.json' "
                    + "--org prod"
            ])
        #expect(Failure(ApplicationError.stalePlan(.otherState, of: plan)).code == .stalePlan)
    }

    @Test("a failure in one of two orgs names the org first")
    func inOrg() {
        let failure = Failure(.inOrg("prod", .request(.notInState, ["A line."])))
        #expect(
            failure.diagnostics?.map(\.notes) == [["This is about the org `prod`.", "A line."]])
    }

    @Test("a failure has the diagnostic that it was made with, or none")
    func diagnostics() {
        let failure = Failure(.error, .notInState, ["A line."])
        #expect(failure.diagnostics == [Diagnostic(.error, .notInState, notes: ["A line."])])
        #expect(Failure(.error).diagnostics == nil)
    }

    @Test("an error of the argument parser is no failure of a command")
    func parserErrors() {
        struct Other: Error {}
        #expect(Failure(ending: Other()) == nil)
    }

    @Test("the document of a failure has the command's own members")
    func document() throws {
        let parsed = try Tenterhook.parseAsRoot(["validate", "--format", "json", "--org", "prod"])
        let validate = try #require(parsed as? ValidateCommand)
        let failure = Failure(
            .request(.notInState, ["A line."], commands: ["tenterhook adopt"]))
        let json = try #require(validate.failureDocument?.json(of: failure))
        #expect(json["valid"] == .bool(false))
        let diagnostic = try #require(json["diagnostics"]?.array?.first)
        #expect(diagnostic["code"]?.string == "not-in-state")
        #expect(diagnostic["commands"]?.array == ["tenterhook adopt --org prod"])
        #expect(validate.failureDocument?.json(of: Failure(.error)) == nil)
        let text = try Tenterhook.parseAsRoot(["validate"])
        #expect((text as? ValidateCommand)?.failureDocument == nil)
    }
}

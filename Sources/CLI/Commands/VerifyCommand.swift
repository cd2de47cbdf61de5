import Application
import ArgumentParser
import OktaOrg
import Ports
import Reconciling
import Rendering
import Vocabulary

struct VerifyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Have Okta verify endpoints now.",
        discussion: """
            Okta sends its challenge to the endpoint of each managed event hook, or of those named, \
            and the outcome is recorded. A hook that is verified already may be verified again; \
            inactive ones are left out unless named, for Okta verifies active hooks only.

              tenterhook verify
              tenterhook verify event_hook.leavers
            """)
    static let asksOrg = true

    @Argument(help: "The hooks; all that are active when none is named.")
    var addresses: [Address] = []

    @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() async throws {
        let setup = try RunSetup(options, orgOptions.connection, lock: lockOptions)
        let session = try await setup.installation.session(access: .manage)
        let console = options.console
        let result = try await session.verify(
            addresses + orgOptions.targets
        ) { address, outcome, elapsed in
            console.print(
                VerificationView.line(address, outcome, elapsed: elapsed, style: console.output))
        }
        let view = VerificationView(result.outcomes, snapshot: result.snapshot)
        console.print(view.failureText(console.output))
        if result.outcomes.isEmpty { console.printLine("There is nothing to verify.") }
        var code = ExitStatus.done
        for outcome in result.outcomes.values {
            switch outcome {
            case .verified: continue
            case .failed(.org(.unauthorized)): throw Failure(.refusedByOkta)
            case .failed(.org(.refused)): if code == .done { code = .verificationFailed }
            case .inactive, .missing, .failed: code = .error
            }
        }
        if code != .done { throw Failure(code) }
    }
}

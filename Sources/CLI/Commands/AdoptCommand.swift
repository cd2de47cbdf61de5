import Application
import ArgumentParser
import Reconciling
import Rendering
import Vocabulary

struct AdoptCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Take over objects of the org, by the names that the manifest gives.",
        discussion: """
            Each declared address whose name the org has already, or each that is named, is put \
            into the state; the org is not written to. The next plan shows what differs.

              tenterhook adopt
              tenterhook adopt event_hook.leavers

            Okta never shows a secret. With --prove-secret the endpoints of event hooks are asked \
            from here, by Okta's challenge: once with the manifest's secret and once with a \
            made-up one. Only what tells the two apart is recorded as known.

              tenterhook adopt --prove-secret
            """)
    static let asksOrg = true

    @Argument(help: "The addresses; all that the org has an object for when none is named.")
    var addresses: [Address] = []

    @Flag(help: "Ask endpoints whether the secrets that were never seen are the manifest's.")
    var proveSecret = false

    @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() async throws {
        let setup = try RunSetup(options, orgOptions.connection, lock: lockOptions)
        let session = try await setup.installation.session()
        let named = addresses + orgOptions.targets
        let console = options.console
        let proofs = try await session.adopt(named, provingSecrets: proveSecret) { report in
            // Without an adoption, a run that only proves secrets has nothing to say of it.
            if !proveSecret || !report.adopted.isEmpty {
                console.print(AdoptionView(report).text(console.output))
            }
        }
        guard let proofs else { return }
        console.print(ProofsView(proofs).text(console.output))
        // If no address is named, the secrets that can't be asked for were not requested.
        let open = proofs.proofs.values.flatMap(\.values).filter { $0.fingerprint == nil }
        if !open.allSatisfy({ named.isEmpty && $0 == .notAskable }) { throw Failure(.error) }
    }
}

import ArgumentParser
import Kinds
import Manifests
import OktaOrg
import Ports
import Reconciling
import Rendering
import State
import Vocabulary

struct VerifyCommand: AsyncParsableCommand {
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

    @Argument(help: "The hooks; all that are active when none is named.")
    var addresses: [Address] = []

    @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() async throws {
        let engine = try await Engine(options, orgOptions, access: .manage)
        let backend = try RunState.backend(for: engine.workspace)
        let (outcomes, snapshot) = try await RunState.locked(
            backend, command: "verify", waiting: (lockOptions.lockTimeout, engine.console)
        ) {
            let state = try await RunState(backend: backend, orgURL: engine.connection.url)
            let named = try chosen(from: state.snapshot, engine.workspace.manifest)
            let operation = VerifyOperation(
                org: engine.connection.client, store: state.store(),
                parallelism: orgOptions.parallelism)
            let outcomes = await operation.run(named) { address, outcome, elapsed in
                engine.console.print(
                    renderVerification(
                        address, outcome, elapsed: elapsed, style: engine.console.output) + "\n")
            }
            return (outcomes, state.snapshot)
        }
        engine.console.print(
            renderVerificationFailures(outcomes, snapshot: snapshot, style: engine.console.output))
        if outcomes.isEmpty { engine.console.print("There is nothing to verify.\n") }
        var code = ExitStatus.done
        for outcome in outcomes.values {
            switch outcome {
            case .verified: continue
            case .failed(.org(.unauthorized)): throw Failure(.refusedByOkta)
            case .failed(.org(.refused)): if code == .done { code = .verificationFailed }
            case .inactive, .missing, .failed: code = .error
            }
        }
        if code != .done { throw Failure(code) }
    }

    /// The named addresses, or every active one of a kind that Okta verifies.
    private func chosen(from snapshot: Snapshot, _ manifest: Manifest) throws -> [Address] {
        let verifiable = snapshot.resources.keys.filter {
            KindRegistry.kind(of: $0)?.isVerified == true
        }.sorted()
        for address in addresses + orgOptions.targets where !verifiable.contains(address) {
            guard snapshot.resources[address] != nil else {
                throw Failure.notInState(address, snapshot, manifest)
            }
            throw Failure.wrongKind(
                address, "is nothing that Okta verifies", options, among: \.isVerified)
        }
        let named = Set(addresses + orgOptions.targets)
        if !named.isEmpty { return named.sorted() }
        return verifiable.filter { address in
            let status = KindRegistry.kind(of: address)?.statusAttribute
            let recorded = snapshot.resources[address]
            return status.flatMap { recorded?.attributes[$0]?.text } != "INACTIVE"
        }
    }
}

import ArgumentParser
import Kinds
import Manifests
import OktaOrg
import Ports
import Rendering
import State
import Vocabulary

struct HookKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hook-key",
        abstract: "Show a hook key's public half.",
        discussion: """
            Okta signs with the private half, which it never shows. Whoever checks the signature, \
            such as the server that gives inline hooks their tokens, needs the public half.

              tenterhook hook-key hook_key.signing
              tenterhook hook-key hook_key.signing --jwk > signing.jwk.json
            """)

    @Argument(help: "The key, such as hook_key.signing.")
    var address: Address

    @OptionGroup(title: "Options of hook-key") var keyOptions: KeyOptions
    @OptionGroup(title: "Options for the org") var connection: ConnectionOptions
    @OptionGroup(title: "Global options") var options: GlobalOptions

    struct KeyOptions: ParsableArguments {
        @Flag(help: "Print the public half as a JWK, and nothing else.")
        var jwk = false
    }

    func run() async throws {
        guard let kind = KindRegistry.kind(of: address), kind.publicHalf != nil else {
            throw Failure.wrongKind(
                address, "is no key", options, among: { $0.publicHalf != nil })
        }
        let engine = try await Engine(options, connection, needsResources: false)
        let backend = try RunState.backend(for: engine.workspace)
        let state = try await RunState(backend: backend, orgURL: engine.connection.url)
        let id = try state.resource(address, of: engine.workspace.manifest).id
        let key: LiveObject?
        let shown: PublicKey?
        do throws(OrgError) {
            let client = engine.connection.client
            key = try await client.read(kind, id: id)
            if keyOptions.jwk, let name = key?.publicKey?.id {
                shown = try await client.publicKey(kind, id: name)
            } else {
                shown = nil
            }
        } catch {
            throw Failure(error)
        }
        guard let key else { throw gone(kind) }
        let console = engine.console
        if !keyOptions.jwk {
            console.print(renderKey(address, key, style: console.output))
        } else if let jwk = shown?.jwk {
            console.print(jwk)
        } else {
            throw gone(kind)
        }
    }

    private func gone(_ kind: ResourceKind) -> Failure {
        Failure(
            .error, "Not in the org",
            [
                "The org no longer has the \(kind.noun) that is recorded as `\(address)`. The next "
                    + "apply makes it anew, and it will be another key."
            ])
    }
}

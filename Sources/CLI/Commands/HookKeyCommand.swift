import Application
import ArgumentParser
import Kinds
import Rendering
import Vocabulary

struct HookKeyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "hook-key",
        abstract: "Show a hook key's public half.",
        discussion: """
            Okta signs with the private half, which it never shows. Whoever checks the signature, \
            such as the server that gives inline hooks their tokens, needs the public half.

              tenterhook hook-key hook_key.signing
              tenterhook hook-key hook_key.signing --jwk > signing.jwk.json
            """)
    static let asksOrg = true

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
        let installation = try RunSetup(options, connection).installation
        guard let kind = KindRegistry.kind(of: address), kind.publicHalf != nil else {
            throw ApplicationError.wrongKind(
                address, "is no key", installation, among: { $0.publicHalf != nil })
        }
        let session = try await installation.session(needsResources: false)
        let found = try await session.hookKey(address, kind, withPublicHalf: keyOptions.jwk)
        guard let found else { throw gone(kind) }
        let console = options.console
        if !keyOptions.jwk {
            console.print(renderKey(address, found.key, style: console.output))
        } else if let jwk = found.publicHalf?.jwk {
            console.print(jwk)
        } else {
            throw gone(kind)
        }
    }

    private func gone(_ kind: ResourceKind) -> Failure {
        Failure(
            .error, .notInOrg,
            [
                "The org no longer has the \(kind.noun) that is recorded as `\(address)`. The next "
                    + "apply makes it anew, and it will be another key."
            ])
    }
}

package import Ports
package import Vocabulary

/// Gets secrets from the environment, from files and from programs.
///
/// An empty secret, or one that holds a control character, is refused: it would not do what was
/// meant, and no header can carry it. One newline at the end of a file or an output is dropped.
package struct SystemSecrets: SecretSource {
    private let environment: [String: String]
    private let commandTimeout: Duration

    /// - Parameter commandTimeout: how long a program may take before it is ended.
    package init(environment: [String: String], commandTimeout: Duration = .seconds(30)) {
        self.environment = environment
        self.commandTimeout = commandTimeout
    }

    package func resolve(_ reference: SecretReference) async throws(SecretError) -> Secret {
        let (text, origin) = try await text(of: reference)
        return try checked(text, from: origin)
    }

    /// A secret of several lines that no header carries, such as a private key, just as it is.
    package func resolveWhole(_ reference: SecretReference) async throws(SecretError) -> Secret {
        let (text, origin) = try await text(of: reference)
        if text.allSatisfy(\.isWhitespace) { throw SecretError(detail: "\(origin) is empty.") }
        return Secret(text)
    }

    private func text(
        of reference: SecretReference
    ) async throws(SecretError) -> (text: String, origin: String) {
        switch reference {
        case .environment(let name):
            guard let value = environment[name] else {
                throw SecretError(detail: "the environment variable \(name) is not set.")
            }
            return (value, "the environment variable \(name)")
        case .file(let path):
            return (try await SecretFile.read(path), "the file \(path)")
        case .command(let words):
            let output = try await SecretCommand.run(
                words, environment: environment, timeout: commandTimeout)
            return (output, "the output of `\(words.first ?? "")`")
        case .literal(let secret):
            return (secret.reveal(), "the literal")
        case .basicCredentials(let username, let password):
            let password = try await resolve(password)
            let header = BasicCredentials.header(username: username, password: password)
            return (header.reveal(), "the Basic credentials")
        }
    }

    private func checked(_ text: String, from origin: String) throws(SecretError) -> Secret {
        var text = text
        if text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
        if text.utf8.last == UInt8(ascii: "\r") { text.unicodeScalars.removeLast() }
        if text.isEmpty { throw SecretError(detail: "\(origin) is empty.") }
        let breaks: Set<UInt8> = [0, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        if text.utf8.contains(where: breaks.contains) {
            throw SecretError(
                detail: "\(origin) has several lines or a NUL byte; a header cannot carry it.")
        }
        if text.utf8.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") || $0 == 0x7F }) {
            throw SecretError(
                detail: "\(origin) has a control character; a header cannot carry it.")
        }
        return Secret(text)
    }
}

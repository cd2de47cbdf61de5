package import Ports
package import Vocabulary

/// Gets secrets from the environment, from files and from programs.
///
/// An empty secret, or one that holds a line break or a NUL, is refused: it would not do what was
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
        switch reference {
        case .environment(let name):
            guard let value = environment[name] else {
                throw SecretError(detail: "the environment variable \(name) is not set.")
            }
            return try checked(value, from: "the environment variable \(name)")
        case .file(let path):
            return try checked(try await SecretFile.read(path), from: "the file \(path)")
        case .command(let words):
            let output = try await SecretCommand.run(
                words, environment: environment, timeout: commandTimeout)
            return try checked(output, from: "the output of `\(words.first ?? "")`")
        case .literal(let secret):
            return try checked(secret.reveal(), from: "the literal")
        case .basicCredentials(let username, let password):
            let password = try await resolve(password)
            return BasicCredentials.header(username: username, password: password)
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
        return Secret(text)
    }
}

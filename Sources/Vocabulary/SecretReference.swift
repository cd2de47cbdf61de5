/// Where a secret is to be had, as a manifest says it. It is no secret itself.
package enum SecretReference: Hashable, Sendable {
    /// An environment variable.
    case environment(String)
    /// A file, its path already relative to where the program runs; one trailing newline is dropped.
    case file(String)
    /// A program and its arguments, run without a shell; its standard output is the secret.
    case command([String])
    /// Written in clear in the manifest, knowingly: `{ literal: … }`.
    case literal(Secret)
    /// Several parts joined, some of them secret: `Basic` credentials need base64 of `user:password`.
    indirect case basicCredentials(username: String, password: SecretReference)
}

extension SecretReference: CustomStringConvertible {
    /// The reference in words that may be shown: `env PAYROLL_SECRET`, `file secrets/payroll`.
    package var description: String {
        switch self {
        case .environment(let name): "env \(name)"
        case .file(let path): "file \(path)"
        case .command(let words): "command \(words.first ?? "")"
        case .literal: "literal"
        case .basicCredentials(let username, let password): "basic \(username), \(password)"
        }
    }
}

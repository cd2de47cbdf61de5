import Ports
import Secrets
import Testing
import Vocabulary

/// No complaint about a secret holds a word of it.
struct SecrecyTests {
    static let sentinel = "sentinel-0451"

    @Test func noErrorTellsTheSecret() async throws {
        let scratch = try Scratch()
        let bad = [
            "\(Self.sentinel)\n\(Self.sentinel)", "\(Self.sentinel)\u{0}", "\(Self.sentinel)\r\r",
            String(repeating: Self.sentinel, count: 10_000),
        ]
        var references: [SecretReference] = []
        var environment = ["PATH": "/usr/bin:/bin"]
        for (number, text) in bad.enumerated() {
            if number < 3 {
                environment["BAD_\(number)"] = text
                references.append(.environment("BAD_\(number)"))
            }
            let file = try scratch.file("bad-\(number)", text)
            references.append(.file(file))
            references.append(.command(["cat", file]))
        }
        let program = try scratch.script("fail", "echo \(Self.sentinel); exit 1")
        references += [
            .command(program), .command(program + [Self.sentinel]),
            .command(["false", Self.sentinel]),
            .file(try scratch.file("binary", Array(Self.sentinel.utf8) + [0xFF])),
        ]
        references += references.map { .basicCredentials(username: "okta", password: $0) }

        let secrets = SystemSecrets(environment: environment)
        for reference in references {
            switch await secrets.outcome(of: reference) {
            case .success: Issue.record("\(reference) was taken")
            case .failure(let error):
                #expect(!error.detail.contains(Self.sentinel), "\(reference)")
                #expect(!String(reflecting: error).contains(Self.sentinel), "\(reference)")
                #expect(error.detail.hasSuffix("."), "\(reference)")
            }
        }
    }
}

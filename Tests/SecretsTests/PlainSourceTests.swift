import Ports
import Secrets
import Testing
import Vocabulary

/// Secrets from the environment, from files, and those that stand in the manifest.
struct PlainSourceTests {
    static let sentinel = "sentinel-0451"

    @Test(arguments: [
        (sentinel, sentinel),
        ("with spaces and = and ü", "with spaces and = and ü"),
        ("one newline\n", "one newline"),
        ("one line end\r\n", "one line end"),
        (" spaces stay ", " spaces stay "),
        (
            "a mark after a line end is a character of its own\u{301}\n",
            "a mark after a line end is a character of its own\u{301}"
        ),
    ])
    func aSecretIsTaken(given: String, secret: String) async throws {
        let scratch = try Scratch()
        let secrets = SystemSecrets(environment: ["TOKEN": given])
        #expect(await secrets.outcome(of: .environment("TOKEN")) == .success(secret))
        let file = try scratch.file("secret", given)
        #expect(await secrets.outcome(of: .file(file)) == .success(secret))
    }

    @Test(arguments: [
        ("", "is empty."),
        ("\n", "is empty."),
        ("\r\n", "is empty."),
        ("\(sentinel)\n\n", "has several lines or a NUL byte; a header cannot carry it."),
        ("\n\(sentinel)", "has several lines or a NUL byte; a header cannot carry it."),
        ("\(sentinel)\nx", "has several lines or a NUL byte; a header cannot carry it."),
        ("\(sentinel)\rx", "has several lines or a NUL byte; a header cannot carry it."),
        ("\(sentinel)\u{1B}", "has a control character; a header cannot carry it."),
        ("\(sentinel)\u{7F}", "has a control character; a header cannot carry it."),
        ("\(sentinel)\u{0}", "has several lines or a NUL byte; a header cannot carry it."),
    ])
    func whatNoHeaderCarriesIsRefused(given: String, complaint: String) async throws {
        let scratch = try Scratch()
        let secrets = SystemSecrets(environment: ["TOKEN": given])
        #expect(
            await secrets.outcome(of: .environment("TOKEN"))
                == .failure(SecretError(detail: "the environment variable TOKEN \(complaint)")))
        let file = try scratch.file("secret", given)
        #expect(
            await secrets.outcome(of: .file(file))
                == .failure(SecretError(detail: "the file \(file) \(complaint)")))
    }

    @Test func aSecretOfSeveralLinesIsTakenWhole() async throws {
        let scratch = try Scratch()
        let text = "-----BEGIN\n\(Self.sentinel)\r\n-----END\n\n"
        let secrets = SystemSecrets(environment: ["KEY": text, "BLANK": " \n"])
        let file = try scratch.file("secret", text)
        for reference in [
            SecretReference.environment("KEY"), .file(file), .command(["cat", file]),
        ] {
            #expect(try await secrets.resolveWhole(reference).reveal() == text)
        }
        await #expect(
            throws: SecretError(detail: "the environment variable BLANK is empty.")
        ) { try await secrets.resolveWhole(.environment("BLANK")) }
    }

    @Test func aVariableThatIsNotSet() async {
        let secrets = SystemSecrets(environment: ["token": Self.sentinel])
        #expect(
            await secrets.outcome(of: .environment("TOKEN"))
                == .failure(SecretError(detail: "the environment variable TOKEN is not set.")))
    }

    @Test func aFileThatIsMissing() async throws {
        let scratch = try Scratch()
        let path = "\(scratch.path)/none"
        #expect(
            await SystemSecrets(environment: [:]).outcome(of: .file(path))
                == .failure(
                    SecretError(
                        detail: "the file \(path) cannot be read: No such file or directory.")))
    }

    @Test func aFolderIsNoFile() async throws {
        let scratch = try Scratch()
        #expect(
            await SystemSecrets(environment: [:]).outcome(of: .file(scratch.path))
                == .failure(
                    SecretError(detail: "the file \(scratch.path) cannot be read: Is a directory."))
        )
    }

    @Test func aFileThatIsTooLarge() async throws {
        let scratch = try Scratch()
        let secrets = SystemSecrets(environment: [:])
        let most = try scratch.file("most", Array(repeating: UInt8(ascii: "s"), count: 65_536))
        #expect(
            await secrets.outcome(of: .file(most))
                == .success(String(repeating: "s", count: 65_536)))
        let more = try scratch.file("more", Array(repeating: UInt8(ascii: "s"), count: 65_537))
        #expect(
            await secrets.outcome(of: .file(more))
                == .failure(
                    SecretError(
                        detail: "the file \(more) is larger than 65536 bytes, so it is hardly a "
                            + "secret.")))
    }

    @Test func aFileThatIsNoText() async throws {
        let scratch = try Scratch()
        let path = try scratch.file("secret", Array(Self.sentinel.utf8) + [0xC3, 0x28])
        #expect(
            await SystemSecrets(environment: [:]).outcome(of: .file(path))
                == .failure(SecretError(detail: "the file \(path) is not UTF-8 text.")))
    }

    @Test func aLiteralIsItself() async {
        #expect(
            await SystemSecrets(environment: [:]).outcome(of: .literal(Secret("a b")))
                == .success("a b"))
        // What no header can carry is refused wherever it comes from.
        guard
            case .failure = await SystemSecrets(environment: [:])
                .outcome(of: .literal(Secret("a\nb")))
        else {
            Issue.record("a literal of two lines was taken")
            return
        }
    }

    /// RFC 7617, section 2 and section 2.1, and what the format makes of padding.
    @Test(arguments: [
        ("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ("test", "123£", "Basic dGVzdDoxMjPCow=="),
        ("", "x", "Basic Ong="),
        ("okta", "a:b", "Basic b2t0YTphOmI="),
        ("ab", "cd", "Basic YWI6Y2Q="),
        ("ab", "cde", "Basic YWI6Y2Rl"),
    ])
    func basicCredentials(username: String, password: String, header: String) async {
        let secrets = SystemSecrets(environment: ["PASSWORD": password])
        #expect(
            await secrets.outcome(
                of: .basicCredentials(username: username, password: .environment("PASSWORD")))
                == .success(header))
    }

    @Test func credentialsWithoutAPassword() async {
        #expect(
            await SystemSecrets(environment: [:]).outcome(
                of: .basicCredentials(username: "okta", password: .environment("PASSWORD")))
                == .failure(SecretError(detail: "the environment variable PASSWORD is not set.")))
    }
}

import Foundation
import Glibc
import Ports
import Secrets
import Testing
import Vocabulary

/// Secrets that a program prints.
struct CommandTests {
    static let sentinel = "sentinel-0451"
    static let environment = ["PATH": "/usr/bin:/bin", "GIVEN": sentinel]

    let secrets = SystemSecrets(environment: environment, commandTimeout: .seconds(600))

    static func failure(_ program: String, _ what: String) -> Result<String, SecretError> {
        .failure(SecretError(detail: "the command `\(program)` \(what)."))
    }

    @Test func theOutputIsTheSecret() async {
        let outcome = await secrets.outcome(of: .command(["printf", "%s\\n", Self.sentinel]))
        #expect(outcome == .success(Self.sentinel))
    }

    @Test func theWordsGoThroughNoShell() async {
        let words = ["$GIVEN", "`id`", "$(id)", "a b", "*", ";", "|", "'", "\"", "\\", "", "~"]
        let outcome = await secrets.outcome(of: .command(["printf", "[%s]"] + words))
        #expect(outcome == .success(words.map { "[\($0)]" }.joined()))
    }

    @Test func theEnvironmentIsTheOneGivenAndNoOther() async throws {
        let scratch = try Scratch()
        let words = try scratch.script("show", #"printf '%s,%s' "$GIVEN" "${HOME-no home}""#)
        #expect(
            await secrets.outcome(of: .command(words))
                == .success("\(Self.sentinel),no home"))
    }

    @Test func thereIsNothingToRead() async throws {
        let scratch = try Scratch()
        let words = try scratch.script(
            "ask", #"if read line; then echo "$line"; else echo end; fi"#)
        #expect(await secrets.outcome(of: .command(words)) == .success("end"))
    }

    @Test func onlyItsOutputCounts() async throws {
        let scratch = try Scratch()
        let words = try scratch.script("both", "echo \(Self.sentinel); echo > \"$0.ran\"")
        #expect(await secrets.outcome(of: .command(words)) == .success(Self.sentinel))
        #expect(FileManager.default.fileExists(atPath: words[1] + ".ran"))
    }

    @Test(arguments: [1, 3, 255])
    func anExitCodeIsAFailureWhateverWasPrinted(code: Int) async throws {
        let scratch = try Scratch()
        let words = try scratch.script("fail", "echo \(Self.sentinel); exit \(code)")
        #expect(
            await secrets.outcome(of: .command(words))
                == Self.failure("/bin/sh", "failed with exit code \(code)"))
    }

    @Test func aSignalIsAFailure() async throws {
        let scratch = try Scratch()
        let words = try scratch.script("die", "echo \(Self.sentinel); kill -TERM $$")
        #expect(
            await secrets.outcome(of: .command(words))
                == Self.failure("/bin/sh", "was ended by signal 15"))
    }

    @Test func aClosedPipeEndsItAlthoughThisProcessIgnoresThat() async throws {
        let scratch = try Scratch()
        signal(SIGPIPE, SIG_IGN)
        let words = try scratch.script("pipe", "kill -PIPE $$; echo \(Self.sentinel)")
        #expect(
            await secrets.outcome(of: .command(words))
                == Self.failure("/bin/sh", "was ended by signal 13"))
    }

    @Test func aProgramThatIsNotThere() async throws {
        let scratch = try Scratch()
        let path = "\(scratch.path)/none"
        #expect(
            await secrets.outcome(of: .command([path, Self.sentinel]))
                == Self.failure(path, "cannot be run: No such file or directory"))
    }

    @Test func aFileThatIsNoProgram() async throws {
        let scratch = try Scratch()
        let path = try scratch.file("plain", "echo \(Self.sentinel)")
        #expect(
            await secrets.outcome(of: .command([path]))
                == Self.failure(path, "cannot be run: Permission denied"))
    }

    @Test func noWordsAreNoCommand() async {
        #expect(
            await secrets.outcome(of: .command([]))
                == .failure(SecretError(detail: "the command is empty.")))
    }

    @Test(arguments: [
        ("true", "is empty."),
        ("echo; echo \(sentinel)", "has several lines or a NUL byte; a header cannot carry it."),
    ])
    func itsOutputIsHeldToTheSameRules(script: String, complaint: String) async throws {
        let scratch = try Scratch()
        let words = try scratch.script("show", script)
        #expect(
            await secrets.outcome(of: .command(words))
                == .failure(SecretError(detail: "the output of `/bin/sh` \(complaint)")))
    }

    @Test func outputThatIsNoText() async {
        #expect(
            await secrets.outcome(of: .command(["printf", "\(Self.sentinel)\\303\\050"]))
                == Self.failure("printf", "printed something that is not UTF-8 text"))
    }

    @Test func endlessOutputIsCutOff() async throws {
        let scratch = try Scratch()
        let words = try scratch.script("endless", "echo $$ > \"$0.pid\"; exec yes \(Self.sentinel)")
        #expect(
            await secrets.outcome(of: .command(words))
                == Self.failure("/bin/sh", "printed more than 65536 bytes"))
        #expect(try isGone(try pid(in: words[1] + ".pid")))
    }

    @Test func aSlowProgramIsEndedWithAllThatItStarted() async throws {
        let scratch = try Scratch()
        // The child holds the output open, and would do so for ten minutes.
        let words = try scratch.script(
            "slow", "sleep 600 &\necho $! > \"$0.child\"\necho $$ > \"$0.pid\"\nwait")
        let secrets = SystemSecrets(
            environment: Self.environment, commandTimeout: .seconds(5))
        let start = ContinuousClock.now
        #expect(
            await secrets.outcome(of: .command(words))
                == Self.failure("/bin/sh", "took longer than 5 s"))
        #expect(start.duration(to: .now) < .seconds(600))
        for file in [".pid", ".child"] {
            let pid = try pid(in: words[1] + file)
            try await waitUntil { try isGone(pid) }
        }
    }

    @Test func aProgramThatEndsInTimeIsNotTakenForASlowOne() async throws {
        let secrets = SystemSecrets(environment: Self.environment, commandTimeout: .seconds(600))
        await withTaskGroup(of: Result<String, SecretError>.self) { group in
            for _ in 0..<8 {
                group.addTask { await secrets.outcome(of: .command(["echo", Self.sentinel])) }
            }
            for await outcome in group { #expect(outcome == .success(Self.sentinel)) }
        }
    }

    private func pid(in path: String) throws -> pid_t {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    /// Whether a process is no more; one that is dead and not yet waited for counts as gone.
    private func isGone(_ pid: pid_t) throws -> Bool {
        guard kill(pid, 0) == 0 else { return errno == ESRCH }
        let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        return status?.split(separator: ")").last?.hasPrefix(" Z") ?? true
    }

    private func waitUntil(_ condition: () throws -> Bool) async throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(120))
        while try !condition() {
            try #require(ContinuousClock.now < deadline, "it is still not so after 120 s")
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

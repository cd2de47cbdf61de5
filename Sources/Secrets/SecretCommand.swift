import Glibc
import Ports

/// Runs a program for the secret that it prints.
///
/// No shell is involved. Its standard error is the user's, so that it can say what it needs; its
/// standard input is empty. It is ended when it takes too long.
enum SecretCommand {
    static func run(
        _ words: [String], environment: [String: String], timeout: Duration
    ) async throws(SecretError) -> String {
        let result = await withCheckedContinuation { continuation in
            // Waiting for a program must not hold one of the few threads that run tasks.
            OwnThread.run { continuation.resume(returning: runNow(words, environment, timeout)) }
        }
        return try result.get()
    }

    private static func runNow(
        _ words: [String], _ environment: [String: String], _ timeout: Duration
    ) -> Result<String, SecretError> {
        guard let program = words.first else {
            return .failure(SecretError(detail: "the command is empty."))
        }
        func failure(_ what: String) -> Result<String, SecretError> {
            .failure(SecretError(detail: "the command `\(program)` \(what)."))
        }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            return failure("cannot be run: \(String(cString: strerror(errno)))")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that it can be ended with all that it starts; no signal blocked,
        // and a closed pipe ends it as usual, although this program ignores that.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let arguments = words.map { strdup($0) } + [nil]
        let variables =
            environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            for pointer in arguments + variables { free(pointer) }
        }
        var pid = pid_t()
        let code = posix_spawnp(&pid, program, &actions, &attributes, arguments, variables)
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else {
            return failure("cannot be run: \(String(cString: strerror(code)))")
        }

        let alarm = CommandAlarm(group: pid, after: timeout)
        let output = DescriptorReading.all(of: ends[0], limit: SecretFile.limit)
        if case .tooLong = output { kill(-pid, SIGKILL) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        if alarm.cancel() { return failure("took longer than \(timeout.components.seconds) s") }

        switch output {
        case .tooLong: return failure("printed more than \(SecretFile.limit) bytes")
        case .failed(let code): return failure("failed: \(String(cString: strerror(code)))")
        case .bytes(let bytes):
            if status & 0x7f != 0 { return failure("was ended by signal \(status & 0x7f)") }
            let exit = (status >> 8) & 0xff
            if exit != 0 { return failure("failed with exit code \(exit)") }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return failure("printed something that is not UTF-8 text")
            }
            return .success(text)
        }
    }
}

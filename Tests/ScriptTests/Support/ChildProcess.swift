import Foundation

/// A program that was started, its output going to files or to a terminal of its own.
final class ChildProcess {
    /// How a program ended.
    enum End: Equatable, CustomStringConvertible {
        case exit(Int32)
        case signal(Int32)

        var description: String {
            switch self {
            case .exit(let code): "exit code \(code)"
            case .signal(let number): "signal \(number)"
            }
        }
    }

    /// Where a descriptor of the new process comes from.
    enum Stream {
        case file(String, flags: Int32)
        case descriptor(Int32)

        static let nothing = Stream.file("/dev/null", flags: O_RDWR)
    }

    let pid: pid_t
    private var end: End?

    /// - Parameter folder: where it is to run; `env` goes there, and becomes the program.
    /// - Parameter leadsSession: whether the first terminal it opens becomes its own.
    init(
        _ arguments: [String], in folder: String, environment: [String: String],
        input: Stream = .nothing, output: Stream, errors: Stream, leadsSession: Bool = false
    ) throws {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (number, stream) in [input, output, errors].enumerated() {
            switch stream {
            case .file(let path, let flags):
                posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
            case .descriptor(let descriptor):
                posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            }
        }
        // It inherits nothing else: one that outlived a test would hold the pipes open at whose end
        // those who wait for the tests see that these are over.
        for descriptor in Int32(3)..<1024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        // Whatever the test process ignores or blocks, the program begins as from a shell.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        if leadsSession { flags |= 0x80 }  // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(&attributes, Int16(flags))

        // It ends with the thread that starts it, so nothing is left when the test process is killed.
        let call =
            ["/usr/bin/setpriv", "--pdeathsig", "KILL", "/usr/bin/env", "-C", folder] + arguments
        var argv = call.map { strdup($0) } + [nil]
        var envp =
            environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var pid = pid_t()
        let code = posix_spawn(&pid, call[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else {
            throw Trouble("\(arguments[0]) cannot be started: \(String(cString: strerror(code)))")
        }
        self.pid = pid
    }

    deinit { stop() }

    /// The end, if it has come.
    func poll() -> End? {
        if let end { return end }
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
        let number = status & 0x7F
        end = number == 0 ? .exit((status >> 8) & 0xFF) : .signal(number)
        return end
    }

    /// Waits for the end; a program that takes too long is killed, and that is trouble.
    func wait(atMost limit: Double = 300) throws -> End {
        var found: End?
        do {
            try waitUntil("process \(pid) ends", atMost: limit) {
                found = poll()
                return found != nil
            }
        } catch {
            stop()
            throw error
        }
        return found ?? .signal(0)
    }

    func send(_ signal: Int32) { if end == nil { kill(pid, signal) } }

    /// Ends the program at once, if it has not ended yet.
    func stop() {
        guard poll() == nil else { return }
        kill(pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        end = .signal(SIGKILL)
    }
}

/// Looks again and again, until a condition holds.
func waitUntil(
    _ what: String, atMost limit: Double = 120, _ condition: () throws -> Bool
) throws {
    let deadline = ContinuousClock.now + .milliseconds(Int(limit * 1000))
    while try !condition() {
        guard ContinuousClock.now < deadline else {
            throw Trouble("waited \(limit) s in vain until \(what)")
        }
        usleep(2000)
    }
}

import Glibc
import Ports
import Reconciling

/// The process's environment and clock, as values for the rest of the program.
enum ProcessEnvironment {
    static let variables: [String: String] = {
        var result: [String: String] = [:]
        var pointer = environ
        while let entry = pointer.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                result[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            pointer = pointer.successor()
        }
        return result
    }()

    static let surroundings = Surroundings(
        now: { now() },
        newID: { newID() },
        sleep: { try await sleep($0) })

    /// Set when this run is asked to stop.
    static let stop = StopSignal()

    /// Waits so long, or until the run is asked to stop, which cancels what waits.
    private static func sleep(_ duration: Duration) async throws {
        let end = ContinuousClock.now + duration
        while true {
            if stop.isSet { throw CancellationError() }
            let rest = ContinuousClock.now.duration(to: end)
            if rest <= .zero { return }
            try await Task.sleep(for: min(rest, .milliseconds(100)))
        }
    }

    /// The time, RFC 3339 UTC with whole seconds.
    private static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// A random version 4 UUID.
    private static func newID() -> String {
        var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let digits = bytes.flatMap { byte in
            [byte >> 4, byte & 15].map { String($0, radix: 16) }
        }.joined()
        var result = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { result += "-" }
            result.append(digit)
        }
        return result
    }

    /// `user@host`, for the holder of a lock.
    static var who: String {
        var buffer = [CChar](repeating: 0, count: 256)
        let host =
            gethostname(&buffer, buffer.count - 1) == 0
            ? String(
                decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            : "unknown"
        let user = variables["USER"] ?? variables["LOGNAME"] ?? "uid \(getuid())"
        return "\(user)@\(host)"
    }

    /// The CI run's address, as the usual CI systems give it; nil outside of them.
    static var ciRun: String? {
        if let url = variables["CI_JOB_URL"] ?? variables["BUILD_URL"] { return url }
        guard let server = variables["GITHUB_SERVER_URL"],
            let repository = variables["GITHUB_REPOSITORY"], let run = variables["GITHUB_RUN_ID"]
        else { return nil }
        return "\(server)/\(repository)/actions/runs/\(run)"
    }
}

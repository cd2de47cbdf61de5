import Foundation
import Testing

/// The program itself: its ready line, and how it ends.
@Suite struct ProgramTests {
    /// It is built beside the tests.
    private static let program: URL? = {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let beside = [folder, Bundle.main.bundleURL].flatMap {
            [$0.appendingPathComponent("tenterhook-lab"), $0.appendingPathComponent("Lab")]
        }
        return beside.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    private func start(_ arguments: [String]) throws -> (Process, input: Pipe, output: Pipe) {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        return (process, input, output)
    }

    /// The line, and the port in it; blocks until the program says it.
    private func readyPort(_ output: Pipe, _ kind: String) async throws -> Int {
        let handle = output.fileHandleForReading
        let line = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var line = Data()
                while true {
                    let byte = handle.readData(ofLength: 1)
                    if byte.isEmpty || byte == Data("\n".utf8) { break }
                    line += byte
                }
                continuation.resume(returning: String(decoding: line, as: UTF8.self))
            }
        }
        let start = "tenterhook-lab \(kind) listening on http://127.0.0.1:"
        try #require(line.hasPrefix(start), "\(line)")
        return try #require(Int(line.dropFirst(start.count)))
    }

    private func end(_ process: Process) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                process.waitUntilExit()
                continuation.resume()
            }
        }
    }

    @Test(
        "says that it is ready, serves, and ends with 0 on a signal",
        .enabled(if: Self.program != nil, "tenterhook-lab is not built"), .timeLimit(.minutes(60)),
        arguments: [("org", SIGTERM), ("endpoint", SIGINT)])
    func signals(_ kind: String, _ number: Int32) async throws {
        // Its input is this process's, so the program can't outlive the test.
        let (process, input, output) = try start([kind, "--port", "0", "--exit-with-stdin"])
        defer { withExtendedLifetime(input) { process.terminate() } }
        let port = try await readyPort(output, kind)
        let client = LabClient(port: port)
        let path = kind == "org" ? "/lab/state" : "/lab/received"
        #expect(try await client.send("GET", path).status == 200)
        kill(process.processIdentifier, number)
        await end(process)
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    @Test(
        "ends when its input closes, if so asked",
        .enabled(if: Self.program != nil, "tenterhook-lab is not built"), .timeLimit(.minutes(60)))
    func standardInput() async throws {
        let (process, input, output) = try start(["org", "--port", "0", "--exit-with-stdin"])
        defer { process.terminate() }
        _ = try await readyPort(output, "org")
        #expect(process.isRunning)
        try input.fileHandleForWriting.close()
        await end(process)
        #expect(process.terminationStatus == 0)
    }
}

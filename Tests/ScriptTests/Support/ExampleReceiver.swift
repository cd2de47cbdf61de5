import Foundation

/// An example's receiver, on a port of the kernel's choice.
final class ExampleReceiver {
    let url: String
    private let process: ChildProcess
    private let log: String

    init(in folder: String, log: String, environment: [String: String]) throws {
        self.log = log
        process = try ChildProcess(
            ["python3", "-B", "receiver.py"], in: folder,
            environment: environment.merging(["PORT": "0"]) { $1 },
            output: .file(log, flags: O_WRONLY | O_CREAT | O_TRUNC),
            errors: .file("\(log).errors", flags: O_WRONLY | O_CREAT | O_TRUNC))
        var url: String?
        let child = process
        try waitUntil("the receiver listens") {
            guard child.poll() == nil else {
                throw Trouble(try String(contentsOfFile: "\(log).errors", encoding: .utf8))
            }
            let text = try String(contentsOfFile: log, encoding: .utf8)
            guard text.contains("\n") else { return false }
            url = text.split(separator: "\n").first?.split(separator: " ").last.map(String.init)
            return true
        }
        guard let url else { throw Trouble("the receiver did not say where it listens") }
        self.url = url
    }

    deinit { process.stop() }

    /// All that it has said so far.
    func said() throws -> String { try String(contentsOfFile: log, encoding: .utf8) }
}

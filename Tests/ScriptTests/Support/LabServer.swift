import Foundation

/// An org or an endpoint of the lab, on a port of the kernel's choice.
///
/// It ends with this object, and with the test process at the latest: its standard input is a pipe
/// that nobody but the test process holds open.
final class LabServer {
    let url: String
    private let process: ChildProcess
    private let lifeline: Int32

    /// - Parameter kind: `org` or `endpoint`.
    init(_ kind: String, _ flags: [String] = [], in folder: String) throws {
        // Sockets and no pipes, for those can be closed to other children from their beginning.
        var input: [Int32] = [-1, -1]
        var output: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &input) == 0 else { throw Trouble("no sockets") }
        guard socketpair(AF_UNIX, type, 0, &output) == 0 else {
            for end in input { close(end) }
            throw Trouble("no sockets")
        }
        defer { for end in [input[0], output[0], output[1]] where end >= 0 { close(end) } }
        lifeline = input[1]
        let quiet = kind == "endpoint" ? ["--quiet"] : []
        do {
            process = try ChildProcess(
                [try Binaries.lab, kind, "--port", "0", "--exit-with-stdin"] + quiet + flags,
                in: folder, environment: ["PATH": "/usr/bin:/bin"],
                input: .descriptor(input[0]), output: .descriptor(output[1]),
                errors: .file("\(folder)/\(kind).errors", flags: O_WRONLY | O_CREAT | O_APPEND))
        } catch {
            close(input[1])
            throw error
        }
        close(output[1])
        output[1] = -1
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while read(output[0], &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard let url = words.last, url.hasPrefix("http://127.0.0.1:") else {
            process.stop()
            close(input[1])
            throw Trouble("tenterhook-lab \(kind) \(flags) did not begin: \(words)")
        }
        self.url = String(url)
    }

    deinit {
        process.stop()
        close(lifeline)
    }

    /// Asks the server; an answer that is no success is trouble.
    @discardableResult
    func ask(_ method: String, _ path: String, _ body: String? = nil) throws -> String {
        let answer = try LoopbackHTTP(
            method, url + path, headers: ["Authorization": "SSWS \(Sentinel.token)"], body: body)
        guard (200..<300).contains(answer.status) else {
            throw Trouble("\(method) \(path): \(answer.status)\n\(answer.body)")
        }
        return answer.body
    }

    /// The number of API requests that an org has seen.
    func requestCount() throws -> Int {
        try JSONText(try ask("GET", "/lab/requests"))["total"] as? Int ?? 0
    }
}

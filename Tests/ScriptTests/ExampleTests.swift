import Foundation
import Testing

/// Every folder in `examples/` is validated, planned and applied, and then there is nothing to do.
///
/// The orgs of the manifests are replaced by the lab's; the endpoints' hosts are those of the examples,
/// and the lab calls its own endpoint in their place.
@Suite struct ExampleTests {
    static let names: [String] = {
        let folders = try? FileManager.default.contentsOfDirectory(
            at: Repository.examples, includingPropertiesForKeys: nil)
        return (folders ?? []).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
    }()

    @Test("there are examples")
    func examplesAreFound() { #expect(Self.names.contains("quickstart")) }

    @Test("an example works as it stands", .timeLimit(.minutes(2)), arguments: names)
    func example(_ name: String) async throws {
        try await onOwnThread { try ExampleRun(name).run() }
    }
}

private final class ExampleRun {
    private let temporary: TemporaryFolder
    private let folder: String
    private let logs: String
    private var orgs: [String: LabServer] = [:]
    private let endpoint: LabServer
    private var environment = [
        "PATH": "/usr/bin:/bin", "USER": "tester", "OKTA_API_TOKEN": Sentinel.token,
        "PAYROLL_SECRET": "\(Sentinel.text)-payroll",
    ]

    init(_ name: String) throws {
        temporary = try TemporaryFolder()
        logs = try temporary.folder("logs")
        folder = "\(temporary.path)/work"
        endpoint = try LabServer("endpoint", in: logs)
        try FileManager.default.copyItem(
            atPath: Repository.examples.appendingPathComponent(name).path, toPath: folder)
    }

    func run() throws {
        let path = "\(folder)/tenterhook.yaml"
        var manifest = try String(contentsOfFile: path, encoding: .utf8)
        let names = try orgNames(in: manifest)
        for name in names {
            orgs[name] = try LabServer(
                "org",
                ["--map-endpoint", "https://hooks.acme.com=\(endpoint.url)"]
                    + ["--map-endpoint", "https://hooks-preview.acme.com=\(endpoint.url)"],
                in: logs)
        }
        for (host, org) in orgs {
            manifest = manifest.replacingOccurrences(of: "https://\(host)", with: org.url)
        }
        try manifest.write(toFile: path, atomically: false, encoding: .utf8)
        environment["OKTA_CLIENT_ORGURL"] = orgs[Self.fromEnvironment]?.url
        let asks = manifest.contains("${var.receiver}") && !manifest.contains("vars:")
        let variables = asks ? ["--var", "receiver=\(endpoint.url)"] : []

        try tenterhook(["validate"] + variables)
        let choices = names.count > 1 ? [["--org", "prod"], ["--org", "preview"]] : [[]]
        for choice in choices {
            let options = variables + choice
            try tenterhook(["plan", "--detailed-exitcode"] + options, code: 2)
            try tenterhook(["apply", "--yes"] + options)
            try tenterhook(["plan", "--detailed-exitcode"] + options)
        }
        let leaks = try Sentinel.leaks(below: temporary.path)
        guard leaks.isEmpty else { throw Trouble("a secret is in \(leaks)") }
    }

    private static let fromEnvironment = "environment"

    /// The hosts of the manifest's orgs; one from the environment where it names none.
    private func orgNames(in manifest: String) throws -> [String] {
        let hosts = try NSRegularExpression(pattern: #"[a-z]+\.okta(preview)?\.com"#)
        let whole = NSRange(manifest.startIndex..., in: manifest)
        let found = hosts.matches(in: manifest, range: whole).compactMap {
            Range($0.range, in: manifest).map { String(manifest[$0]) }
        }
        return found.isEmpty ? [Self.fromEnvironment] : found
    }

    private func tenterhook(_ arguments: [String], code: Int32 = 0) throws {
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        let program = try ChildProcess(
            [try Binaries.tenterhook] + arguments, in: folder, environment: environment,
            output: .file("\(logs)/output", flags: flags),
            errors: .file("\(logs)/output", flags: O_WRONLY | O_APPEND))
        let end = try program.wait()
        guard end == .exit(code) else {
            let text = try String(contentsOfFile: "\(logs)/output", encoding: .utf8)
            throw Trouble("\(arguments) ended with \(end)\n\(text)")
        }
    }
}

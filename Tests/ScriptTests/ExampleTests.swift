import Foundation
import Testing

/// Every folder in `examples/` is validated, planned and applied, and then there is nothing to do.
///
/// The orgs of the manifests are replaced by the lab's; the endpoints' hosts are those of the examples,
/// and the lab calls its own endpoint in their place, or the example's receiver where it has one.
@Suite struct ExampleTests {
    static let names: [String] = {
        let folders = try? FileManager.default.contentsOfDirectory(
            at: Repository.examples, includingPropertiesForKeys: nil)
        return (folders ?? []).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
    }()

    /// What a receiver says of the event or the request that is shown in its README.
    static let received = [
        "add-to-group": "Not added: HTTP Error 405",
        "new-users-to-database": "ana@acme.com is in the database",
        "registration-check": "eve@elsewhere.example: DENY",
    ]

    @Test("there are examples, and the receivers among them are known")
    func examplesAreFound() {
        #expect(Self.names.contains("quickstart"))
        let withReceiver = Self.names.filter { name in
            let file = Repository.examples.appendingPathComponent("\(name)/receiver.py")
            return FileManager.default.fileExists(atPath: file.path)
        }
        #expect(withReceiver == Self.received.keys.sorted())
    }

    @Test("an example works as it stands", .timeLimit(.minutes(60)), arguments: names)
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
    private let receiver: ExampleReceiver?
    private let received: String?
    private var environment = [
        "PATH": "/usr/bin:/bin", "USER": "tester", "OKTA_API_TOKEN": Sentinel.token,
        "PAYROLL_SECRET": "\(Sentinel.text)-payroll",
        "RECEIVER_SECRET": "\(Sentinel.text)-receiver",
        "FLOW_URL": "https://acme.workflows.okta.com/invoke?clientToken=\(Sentinel.text)-flow",
    ]

    init(_ name: String) throws {
        received = ExampleTests.received[name]
        temporary = try TemporaryFolder()
        logs = try temporary.folder("logs")
        folder = "\(temporary.path)/work"
        endpoint = try LabServer("endpoint", in: logs)
        try FileManager.default.copyItem(
            atPath: Repository.examples.appendingPathComponent(name).path, toPath: folder)
        guard received != nil else {
            receiver = nil
            return
        }
        let more = [
            "OKTA_CLIENT_ORGURL": endpoint.url, "GROUPS_TOKEN": Sentinel.token, "GROUP_ID": "00g1",
        ]
        receiver = try ExampleReceiver(
            in: folder, log: "\(logs)/receiver", environment: environment.merging(more) { $1 })
    }

    func run() throws {
        let path = "\(folder)/tenterhook.yaml"
        var manifest = try String(contentsOfFile: path, encoding: .utf8)
        let names = try orgNames(in: manifest)
        for name in names {
            let hooks = receiver?.url ?? endpoint.url
            orgs[name] = try LabServer(
                "org",
                ["--map-endpoint", "https://hooks.acme.com=\(hooks)"]
                    + ["--map-endpoint", "https://hooks-preview.acme.com=\(hooks)"]
                    + ["--map-endpoint", "https://acme.workflows.okta.com=\(hooks)"],
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
        try deliver()
        let leaks = try Sentinel.leaks(below: temporary.path)
        guard leaks.isEmpty else { throw Trouble("a secret is in \(leaks)") }
    }

    private static let fromEnvironment = "environment"

    /// The hosts of the manifest's orgs; one from the environment where it names none.
    private func orgNames(in manifest: String) throws -> [String] {
        let hosts = try NSRegularExpression(
            pattern: #"(?<=https://)[a-z]+\.okta(preview)?\.com"#)
        let whole = NSRange(manifest.startIndex..., in: manifest)
        let found = hosts.matches(in: manifest, range: whole).compactMap {
            Range($0.range, in: manifest).map { String(manifest[$0]) }
        }
        return found.isEmpty ? [Self.fromEnvironment] : found
    }

    /// Has Okta send what the example shows, and sees that the receiver takes it.
    private func deliver() throws {
        guard let receiver, let received, let org = orgs[Self.fromEnvironment] else { return }
        func file(_ name: String) -> String? {
            try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        }
        if let event = file("event.json") { try org.ask("POST", "/lab/events", event) }
        if let request = file("request.json") {
            let hooks = try JSONText(try org.ask("GET", "/api/v1/inlineHooks"))
            guard let id = hooks["0.id"] as? String else { throw Trouble("no inline hook") }
            try org.ask("POST", "/api/v1/inlineHooks/\(id)/execute", request)
        }
        try waitUntil("the receiver says: \(received)") {
            try receiver.said().contains(received)
        }
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

import Foundation
import StateSchema

/// A workspace with an org and an endpoint, applied once, that can be set back to that again and
/// again; and a goal for the next apply: two creates, an update of the URL, a changed secret, a
/// delete. A hook of somebody else's stands among them.
final class Rehearsal {
    /// How a run of the program ended, and what it said.
    struct Outcome {
        let end: ChildProcess.End
        let output: String
        let errors: String

        var description: String { "\(end)\n\(output)[stderr]\n\(errors)" }
    }

    let org: LabServer
    let folder: String
    private let endpoint: LabServer
    private let temporary: TemporaryFolder
    private let logs: String
    private let orgAtBase: String
    private let stateAtBase: Data
    private var runs = 0

    /// The state's serial once the base was applied.
    let serialAtBase: Int

    init() throws {
        temporary = try TemporaryFolder()
        folder = try temporary.folder("work")
        logs = try temporary.folder("logs")
        org = try LabServer("org", in: logs)
        endpoint = try LabServer("endpoint", in: logs)
        let stranger = Self.stranger(at: endpoint.url)
        try org.ask("POST", "/api/v1/eventHooks", stranger)

        let manifests = [
            ("tenterhook.yaml", Self.manifest("gone", "old", org.url, endpoint.url)),
            ("goal.yaml", Self.manifest("first second", "new", org.url, endpoint.url)),
        ]
        for (name, text) in manifests {
            try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
        }
        let program = try Self.start(
            ["apply", "--yes"], in: folder, logs: logs, number: 0, secret: "old", extra: [:])
        let end = try program.wait()
        guard end == .exit(0) else { throw Trouble("the base cannot be applied: \(end)") }
        let state = URL(fileURLWithPath: "\(folder)/state/main.json")
        stateAtBase = try Data(contentsOf: state)
        serialAtBase =
            try JSONText(String(decoding: stateAtBase, as: UTF8.self))["serial"] as? Int ?? 0
        orgAtBase = try org.ask("GET", "/lab/state")
    }

    /// Back to the base: the org, the state, no faults, no requests counted.
    func reset() throws {
        try org.ask("DELETE", "/lab/faults")
        try org.ask("PUT", "/lab/state", orgAtBase)
        let state = "\(folder)/state"
        try FileManager.default.removeItem(atPath: state)
        try FileManager.default.createDirectory(
            atPath: state, withIntermediateDirectories: false)
        try stateAtBase.write(to: URL(fileURLWithPath: "\(state)/main.json"))
        try org.ask("DELETE", "/lab/requests")
    }

    /// Starts the program with the goal for its manifest.
    func start(_ arguments: [String], extra: [String: String] = [:]) throws -> ChildProcess {
        runs += 1
        return try Self.start(
            arguments + ["-f", "goal.yaml"], in: folder, logs: logs, number: runs,
            secret: "rotated", extra: extra)
    }

    /// Waits for the program that was started last.
    func outcome(of program: ChildProcess, atMost limit: Double = 300) throws -> Outcome {
        let end = try program.wait(atMost: limit)
        return Outcome(end: end, output: try log("stdout"), errors: try log("stderr"))
    }

    func run(_ arguments: [String], extra: [String: String] = [:]) throws -> Outcome {
        try outcome(of: try start(arguments, extra: extra))
    }

    /// What the program that was started last has said so far.
    func log(_ stream: String, of run: Int? = nil) throws -> String {
        try String(contentsOfFile: "\(logs)/\(run ?? runs).\(stream)", encoding: .utf8)
    }

    /// Makes the next request, or the one of that number, go wrong.
    func addFault(_ fault: String, at number: Int = 1, method: String? = nil) throws {
        let method = method.map { "\"method\": \"\($0)\", " } ?? ""
        try org.ask("POST", "/lab/faults", "{\(method)\"at\": \(number), \"fault\": \(fault)}")
    }

    func state() throws -> JSONText {
        let text = try String(contentsOfFile: "\(folder)/state/main.json", encoding: .utf8)
        let problems = try PublishedState.problems(of: Array(text.utf8))
        guard problems.isEmpty else { throw Trouble("the state: \(problems)") }
        return try JSONText(text)
    }

    private static func start(
        _ arguments: [String], in folder: String, logs: String, number: Int, secret: String,
        extra: [String: String]
    ) throws -> ChildProcess {
        var environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder, "USER": "tester",
            "OKTA_API_TOKEN": Sentinel.token, "PAYROLL_SECRET": "\(Sentinel.text)-payroll",
            "ROTATED_SECRET": "\(Sentinel.text)-\(secret)",
        ]
        environment.merge(extra) { $1 }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        return try ChildProcess(
            [try Binaries.tenterhook] + arguments, in: folder, environment: environment,
            output: .file("\(logs)/\(number).stdout", flags: flags),
            errors: .file("\(logs)/\(number).stderr", flags: flags))
    }

    private static func manifest(
        _ hooks: String, _ moved: String, _ org: String, _ endpoint: String
    ) -> String {
        let others = hooks.split(separator: " ").map {
            "  \($0): { endpoint: payroll, events: [user.lifecycle.create] }\n"
        }
        return """
            version: 1
            orgs:
              main: { url: "\(org)", auth: { api_token: { env: OKTA_API_TOKEN } } }
            endpoints:
              payroll:
                url: \(endpoint)/payroll
                auth: { header: Authorization, value: { env: PAYROLL_SECRET } }
              rekeyed:
                url: \(endpoint)/rekeyed
                auth: { header: Authorization, value: { env: ROTATED_SECRET } }
            event_hooks:
              kept: { endpoint: payroll, events: [user.lifecycle.create] }
              moved: { endpoint: { url: "\(endpoint)/\(moved)" }, events: [user.lifecycle.create] }
              rekeyed: { endpoint: rekeyed, events: [user.lifecycle.create] }
            \(others.joined())
            """
    }

    private static func stranger(at endpoint: String) -> String {
        """
        {
          "name": "stranger", "events": { "type": "EVENT_TYPE", "items": ["group.lifecycle.create"] },
          "channel": { "type": "HTTP", "version": "1.0.0", "config": { "uri": "\(endpoint)/strange" } }
        }
        """
    }
}

extension Rehearsal {
    /// What holds whatever became of a run: the state can be read, a second apply reaches the goal, and
    /// then nothing is left to do, nothing is there twice, nothing is forgotten, nothing leaked.
    func requireConvergence() throws {
        guard try state()["version"] as? Int == 2 else { throw Trouble("the state is no state") }
        let second = try run(["apply", "--yes"])
        guard second.end == .exit(0) else {
            throw Trouble("the second apply: \(second.description)")
        }
        try requireGoal()
    }

    /// That the goal is reached.
    func requireGoal() throws {
        let plan = try run(["plan", "--detailed-exitcode"])
        guard plan.end == .exit(0) else { throw Trouble("the plan after it: \(plan.description)") }

        let live = try JSONText(try org.ask("GET", "/lab/state"))["eventHooks"]
        let hooks = live as? [[String: Any]] ?? []
        let names = hooks.compactMap { $0["name"] as? String }.sorted()
        guard names == ["first", "kept", "moved", "rekeyed", "second", "stranger"] else {
            throw Trouble("the org holds \(names)")
        }
        for hook in hooks {
            let (name, channel) = (hook["name"] as? String ?? "", hook["channel"] as? [String: Any])
            let config = channel?["config"] as? [String: Any]
            let secret = (config?["authScheme"] as? [String: Any])?["value"] as? String
            let uri = config?["uri"] as? String ?? ""
            let isVerified = hook["verificationStatus"] as? String == "VERIFIED"
            let expected: (path: String, secret: String?)
            switch name {
            case "stranger": expected = ("/strange", nil)
            case "moved": expected = ("/new", nil)
            case "rekeyed": expected = ("/rekeyed", "\(Sentinel.text)-rotated")
            default: expected = ("/payroll", "\(Sentinel.text)-payroll")
            }
            guard uri.hasSuffix(expected.path), secret == expected.secret,
                isVerified == (name != "stranger"), hook["status"] as? String == "ACTIVE"
            else { throw Trouble("\(name) is not as it should be: \(hook)") }
        }

        let state = try state()
        guard state["intents"] == nil else { throw Trouble("an intent is open") }
        let resources = state["resources"] as? [String: [String: Any]] ?? [:]
        let recorded = resources.values.compactMap { $0["id"] as? String }
        let managed = hooks.filter { $0["name"] as? String != "stranger" }
            .compactMap { $0["id"] as? String }
        guard recorded.sorted() == managed.sorted() else {
            throw Trouble("the state holds \(recorded), the org \(managed)")
        }
        let leaks =
            try Sentinel.leaks(below: folder)
            + Sentinel.leaks(below: logs).filter { !$0.hasSuffix(".errors") }
        guard leaks.isEmpty else { throw Trouble("a secret is in \(leaks)") }
    }
}

import Foundation
import Testing

/// A whole org becomes a manifest, and the manifest becomes the same org.
@Suite struct RoundTripTests {
    @Test(.timeLimit(.minutes(60)), arguments: sample(Array(1...20), of: 1))
    func anAdoptedOrgIsMadeAgainAsItWas(seed: Int) async throws {
        try await onOwnThread { try AdoptedOrg(seed: seed).rehearse() }
    }
}

/// The course of one round trip.
private final class AdoptedOrg {
    private let temporary: TemporaryFolder
    private let folder: String
    private let logs: String
    private let org: LabServer
    private let endpoint: LabServer
    private var environment: [String: String]

    init(seed: Int) throws {
        temporary = try TemporaryFolder()
        folder = try temporary.folder("work")
        logs = try temporary.folder("logs")
        org = try LabServer("org", in: logs)
        endpoint = try LabServer("endpoint", in: logs)
        var seeded = SeededOrg(seed: UInt64(seed), endpoint: endpoint.url)
        try org.ask("PUT", "/lab/state", try seeded.state())
        environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder, "USER": "tester",
            "OKTA_API_TOKEN": Sentinel.token, "OKTA_CLIENT_ORGURL": org.url,
        ]
    }

    func rehearse() throws {
        let seen = try org.ask("GET", "/lab/state")
        try org.ask("DELETE", "/lab/requests")
        let adoption = try run("init", "--adopt")
        #expect(try org.requestCount() == 3, "one look at the org")
        #expect(try org.ask("GET", "/lab/state") == seen, "nothing is written to the org")
        let words = adoption.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("25 event hooks 50 inline hooks 10 hook keys"), "\(words)")
        #expect(!adoption.errors.contains("left out"))
        try setSecrets(askedForIn: adoption.output)

        #expect(try run("validate").output.contains("85 resources"))
        _ = try run("plan", "--detailed-exitcode")
        let manifest = try String(contentsOfFile: "\(folder)/tenterhook.yaml", encoding: .utf8)

        let copy = "\(temporary.path)/copy"
        try FileManager.default.copyItem(atPath: folder, toPath: copy)
        _ = try run("destroy", "--yes", "--allow-blocking", "-C", copy)
        #expect(try comparable(try org.ask("GET", "/lab/state")) == [])
        _ = try run("apply", "--yes", "-C", copy)
        _ = try run("plan", "--detailed-exitcode", "-C", copy)
        let after = try comparable(try org.ask("GET", "/lab/state"))
        for (expected, found) in zip(try comparable(seen), after) where expected != found {
            Issue.record("expected \(expected)\nfound    \(found)")
        }
        #expect(after.count == 85)

        // What is written of the org that was made anew is the same file.
        let other = try temporary.folder("other")
        _ = try run("init", "--adopt", "-C", other)
        #expect(try String(contentsOfFile: "\(other)/tenterhook.yaml", encoding: .utf8) == manifest)
        #expect(try Sentinel.leaks(below: temporary.path) == [])
    }

    /// Gives each variable that is asked for its value, by what it is asked for.
    private func setSecrets(askedForIn output: String) throws {
        let lines = output.split(separator: "\n").filter { $0.contains("export ") }
        #expect(lines.count > 10, "\(output)")
        for line in lines {
            let assignment = line.split(separator: " ")[1].split(separator: "=")[0]
            let name = String(assignment)
            let value =
                if name.range(of: #"_URL(_\d+)?$"#, options: .regularExpression) != nil {
                    endpoint.url + (SeededOrg.values["URL"] ?? "")
                } else if name.contains("_X_API_KEY") {
                    SeededOrg.values["X_API_KEY"]
                } else {
                    "\(Sentinel.text)-auth"
                }
            environment[name] = value
        }
    }

    private func run(_ arguments: String...) throws -> (output: String, errors: String) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        let (output, errors) = ("\(logs)/stdout", "\(logs)/stderr")
        let program = try ChildProcess(
            [try Binaries.tenterhook] + arguments, in: folder, environment: environment,
            output: .file(output, flags: flags), errors: .file(errors, flags: flags))
        let end = try program.wait()
        let texts = (
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8)
        )
        guard end == .exit(0) else {
            throw Trouble("\(arguments): \(end)\n\(texts.output)[stderr]\n\(texts.errors)")
        }
        return texts
    }

    /// Every object of an org on a line of its own, without ids, times and secrets; sorted.
    private func comparable(_ state: String) throws -> [String] {
        let document = try JSONText(state)
        let keys = (document["hookKeys"] as? [[String: Any]] ?? []).reduce(into: [:]) {
            $0[$1["id"] as? String ?? ""] = $1["name"] as? String
        }
        return ["eventHooks", "inlineHooks", "hookKeys"].flatMap { kind in
            (document[kind] as? [[String: Any]] ?? []).map { object in
                kind + " " + JSONText.text(of: plain(object, keys: keys))
            }
        }.sorted()
    }

    /// A value of an object, sets of it in order.
    private func plain(_ value: Any, keys: [String: String]) -> Any {
        switch value {
        case let object as [String: Any]:
            let left = [
                "id", "keyId", "created", "createdBy", "lastUpdated", "clientSecret", "_links",
                "_embedded",
            ]
            var result: [String: Any] = [:]
            for (name, member) in object where !left.contains(name) {
                // Of a header the value counts; of an auth header it is the secret.
                if name == "value", object["type"] != nil { continue }
                let key = name == "hookKeyId" ? (member as? String).flatMap { keys[$0] } : nil
                result[name] = key ?? plain(member, keys: keys)
            }
            return result
        case let list as [Any]:
            return list.map { plain($0, keys: keys) }
                .sorted { JSONText.text(of: $0) < JSONText.text(of: $1) }
        default: return value
        }
    }
}

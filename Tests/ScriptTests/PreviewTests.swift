import Foundation
import Testing

/// A preview against what an org sends: the lab, which shares no code with the program.
@Suite struct PreviewTests {
    @Test(.timeLimit(.minutes(60)))
    func whatIsPreviewedIsWhatTheOrgSends() async throws {
        try await onOwnThread { try PreviewedDelivery().compare() }
    }
}

private final class PreviewedDelivery {
    private let temporary: TemporaryFolder
    private let folder: String
    private let logs: String
    private let org: LabServer
    private let endpoint: LabServer

    init() throws {
        temporary = try TemporaryFolder()
        folder = try temporary.folder("work")
        logs = try temporary.folder("logs")
        org = try LabServer("org", in: logs)
        endpoint = try LabServer("endpoint", in: logs)
        let manifest = """
            version: 1
            orgs:
              main: { url: \(org.url), auth: { api_token: { env: OKTA_API_TOKEN } } }
            event_hooks:
              leavers:
                endpoint:
                  url: \(endpoint.url)/leavers?x=1
                  headers: { X-Team: identity, X-Area: europe }
                  auth: { header: X-Api-Key, value: { env: PAYROLL_SECRET } }
                events: [user.lifecycle.deactivate]
            """
        try manifest.write(
            toFile: "\(folder)/tenterhook.yaml", atomically: false, encoding: .utf8)
    }

    func compare() throws {
        try run("apply", "--yes")
        try org.ask("POST", "/lab/events", Self.event)
        try run("preview", "event_hook.leavers", "--event", Self.uuid, "--deliver")
        let posts = try received().filter { $0["method"] as? String == "POST" }
        guard posts.count == 2 else { throw Trouble("\(posts.count) deliveries came") }
        let (real, previewed) = (posts[0], posts[1])
        #expect(real["path"] as? String == previewed["path"] as? String)

        var (sent, shown) = (try body(of: real), try body(of: previewed))
        #expect(Set(sent.keys) == Set(shown.keys))
        for key in ["eventId", "eventTime"] {
            #expect(shown[key] is String)
            (sent[key], shown[key]) = (nil, nil)
        }
        #expect(JSONText.text(of: sent) == JSONText.text(of: shown))

        let headers = (try headers(of: real), try headers(of: previewed))
        // The lab's own guess, which Okta does not document for deliveries; and of the transport.
        let other: Set = [
            "x-okta-request-id", "connection", "accept-encoding", "transfer-encoding",
        ]
        let names = (
            Set(headers.0.keys).subtracting(other), Set(headers.1.keys).subtracting(other)
        )
        #expect(names.0 == names.1)
        for name in names.0 where name != "content-length" {
            #expect(headers.0[name] == headers.1[name], "\(name)")
        }
        #expect(headers.1["x-api-key"] == "\(Sentinel.text)-payroll")
    }

    private func received() throws -> [[String: Any]] {
        let answer = try LoopbackHTTP("GET", endpoint.url + "/lab/received")
        return try JSONText(answer.body).value as? [[String: Any]] ?? []
    }

    private func body(of request: [String: Any]) throws -> [String: Any] {
        try JSONText(request["body"] as? String ?? "").value as? [String: Any] ?? [:]
    }

    private func headers(of request: [String: Any]) throws -> [String: String] {
        (request["headers"] as? [[String: String]] ?? []).reduce(into: [:]) { result, header in
            result[header["key"]?.lowercased() ?? ""] = header["value"]
        }
    }

    private func run(_ arguments: String...) throws {
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        let (output, errors) = ("\(logs)/stdout", "\(logs)/stderr")
        let program = try ChildProcess(
            [try Binaries.tenterhook] + arguments, in: folder,
            environment: [
                "PATH": "/usr/bin:/bin", "HOME": folder, "USER": "tester",
                "OKTA_API_TOKEN": Sentinel.token, "PAYROLL_SECRET": "\(Sentinel.text)-payroll",
            ],
            output: .file(output, flags: flags), errors: .file(errors, flags: flags))
        let end = try program.wait()
        let said = try [output, errors].map { try String(contentsOfFile: $0, encoding: .utf8) }
        #expect(!said.contains(where: Sentinel.isIn))
        guard end == .exit(0) else { throw Trouble("\(arguments): \(end)\n\(said)") }
    }

    private static let uuid = "8c1e4a6e-16a5-41ef-9d7b-0242ac120002"
    private static let event = """
        {"uuid": "\(uuid)", "eventType": "user.lifecycle.deactivate",
         "target": [{"id": "00u1", "type": "User", "displayName": "Zo\u{eb} \\"Z\\""}]}
        """
}

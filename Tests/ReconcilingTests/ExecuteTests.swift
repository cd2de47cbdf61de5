import JSON
import Kinds
import Ports
import Reconciling
import Testing
import Vocabulary

@testable import Fakes

/// An org with one inline hook, whose endpoint answers as it is told.
private actor ExecutingOrg: HookExecutor {
    private let object: JSONValue?
    private let answer: Result<String, OrgError>
    private(set) var sent: [JSONValue] = []

    init(_ object: JSONValue?, _ answer: Result<String, OrgError> = .success("{}")) {
        self.object = object
        self.answer = answer
    }

    func list(_ kind: ResourceKind) async throws(OrgError) -> [LiveObject] { [] }
    func usage() async -> OrgUsage { OrgUsage() }

    func read(_ kind: ResourceKind, id: String) async throws(OrgError) -> LiveObject? {
        do {
            return try object.map { try kind.read($0) }
        } catch {
            throw .unavailable(.init(detail: "\(error)", mayHaveHappened: false))
        }
    }

    func execute(
        _ kind: ResourceKind, id: String, payload: JSONValue
    ) async throws(OrgError) -> EndpointAnswer {
        sent.append(payload)
        return EndpointAnswer(status: 200, body: Array(try answer.get().utf8), elapsed: .zero)
    }
}

@Suite("Executing an inline hook")
struct ExecuteTests {
    private static func hook(
        _ type: String = "com.okta.user.pre-registration", status: String = "ACTIVE"
    ) -> JSONValue {
        [
            "id": "cal1", "name": "Hook", "type": .string(type), "version": "1.0.0",
            "status": .string(status),
            "channel": [
                "type": "HTTP", "version": "1.0.0", "config": ["uri": "https://a.example/x"],
            ],
        ]
    }

    private func run(
        _ org: ExecutingOrg, payload: JSONValue? = nil
    ) async throws -> ExecuteOperation.Outcome {
        let operation = ExecuteOperation(
            org: org, orgURL: World.url,
            surroundings: .init(
                now: { "2026-08-01T00:00:00Z" }, newID: { "event-1" }, sleep: { _ in }))
        switch try await operation.prepare(.inlineHook, id: "cal1") {
        case .not(let outcome): return outcome
        case .ready(let object, _, let contract, let sample):
            return try await operation.run(object, contract, payload: payload ?? sample)
        }
    }

    @Test func theSampleOfTheTypeInTheOrgIsSent() async throws {
        let org = ExecutingOrg(Self.hook("com.okta.telephony.provider"))
        let outcome = try await run(org)
        guard case .answered(let execution) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(execution.isGood)
        let sent = await org.sent
        #expect(sent.count == 1)
        #expect(sent.first?["eventType"] == "com.okta.telephony.provider")
        #expect(sent.first?["eventId"] == "event-1")
        #expect(sent.first?["source"] == .string("\(World.url)/api/v1/inlineHooks/cal1"))
    }

    @Test func aGivenPayloadIsSentAsItIs() async throws {
        let org = ExecutingOrg(Self.hook())
        _ = try await run(org, payload: ["mine": 1])
        #expect(await org.sent == [["mine": 1]])
    }

    @Test func whatCannotBeExecutedIsNotCalled() async throws {
        let cases: [(JSONValue?, ExecuteOperation.Outcome)] = [
            (nil, .missing), (Self.hook(status: "INACTIVE"), .inactive),
            (Self.hook("com.okta.new"), .unknownType),
        ]
        for (object, expected) in cases {
            let org = ExecutingOrg(object)
            #expect(try await run(org) == expected)
            #expect(await org.sent.isEmpty)
        }
    }

    @Test func aRefusalIsTheEndpointsFailureAndAnythingElseIsOurs() async throws {
        let answer = OktaAnswer(status: 400, errorCode: "E0000001", causes: ["no answer"])
        let refused = ExecutingOrg(Self.hook(), .failure(.refused(answer)))
        #expect(try await run(refused) == .failed(answer))
        let gone = ExecutingOrg(Self.hook(), .failure(.notFound(OktaAnswer(status: 404))))
        #expect(try await run(gone) == .missing)
        let denied = OrgError.unauthorized(OktaAnswer(status: 403))
        await #expect(throws: denied) {
            _ = try await run(ExecutingOrg(Self.hook(), .failure(denied)))
        }
    }
}

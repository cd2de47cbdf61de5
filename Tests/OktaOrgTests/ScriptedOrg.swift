import HTTPTransport
import JSON
import Kinds
import Ports
import Synchronization
import Vocabulary

@testable import OktaOrg

/// An org that answers as a script says, in order, and the clock and the observer beside it.
final class ScriptedOrg: Sendable {
    enum Step: Sendable {
        case answer(HTTPResponse)
        case fault(HTTPTransportError)
        /// Says nothing until the task is cancelled.
        case silence
    }

    struct Record {
        var steps: [Step]
        var requests: [HTTPRequest] = []
        var sleeps: [Duration] = []
        var notices: [OrgNotice] = []
        /// Seconds after the clock's start.
        var elapsed = 0
        /// Sleepers that wait to be woken by the test, where it asked for that.
        var holdsSleepers: Bool
        var sleepers: [CheckedContinuation<Void, Never>] = []
    }

    static let url = "https://acme.okta.test"
    static let token = "SENTINEL-token"
    private let record: Mutex<Record>

    init(_ steps: [Step], holdsSleepers: Bool = false) {
        record = Mutex(Record(steps: steps, holdsSleepers: holdsSleepers))
    }

    var requests: [HTTPRequest] { record.withLock { $0.requests } }
    var sleeps: [Duration] { record.withLock { $0.sleeps } }
    var notices: [OrgNotice] { record.withLock { $0.notices } }
    var sleeping: Int { record.withLock { $0.sleepers.count } }
    /// Lets the clock run on by so many seconds, or back.
    func advance(_ seconds: Int) { record.withLock { $0.elapsed += seconds } }

    /// Seconds since 1970.
    var now: Int { 1_773_632_867 + record.withLock { $0.elapsed } }

    var isPlayedOut: Bool { record.withLock { $0.steps.isEmpty } }

    /// The notices that are no trace.
    var waits: [OrgNotice] {
        notices.filter { if case .requested = $0 { false } else { true } }
    }

    func wakeSleepers() {
        let sleepers = record.withLock { record in
            defer { record.sleepers = [] }
            return record.sleepers
        }
        for sleeper in sleepers { sleeper.resume() }
    }

    func org(
        url: String = ScriptedOrg.url, options: OrgOptions = OrgOptions(version: "1.2.3", seed: 7),
        credentials: OrgCredentials = .apiToken(Secret(ScriptedOrg.token))
    ) -> OktaClient {
        OktaClient(
            url: url, credentials: credentials,
            send: { (request) throws(HTTPTransportError) in try await self.send(request) },
            surroundings: Surroundings(
                now: { timestamp(self.now) }, newID: { "id" },
                sleep: { try await self.sleep($0) }),
            observer: { notice in self.record.withLock { $0.notices.append(notice) } },
            options: options)
    }

    private func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        let step: Step? = record.withLock { record in
            record.requests.append(request)
            return record.steps.isEmpty ? nil : record.steps.removeFirst()
        }
        switch step {
        case .answer(let response): return response
        case .fault(let error): throw error
        case .silence:
            while !Task.isCancelled { await Task.yield() }
            throw .cancelled
        case nil: throw .invalidRequest("The script has come to its end.")
        }
    }

    private func sleep(_ duration: Duration) async throws {
        let holds = record.withLock { record in
            record.sleeps.append(duration)
            return record.holdsSleepers
        }
        if holds {
            await withCheckedContinuation { sleeper in
                record.withLock { $0.sleepers.append(sleeper) }
            }
        }
        try Task.checkCancellation()
    }
}

extension ScriptedOrg.Step {
    static func answer(
        _ status: Int, _ body: String = "", _ headers: [(name: String, value: String)] = []
    ) -> Self {
        .answer(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    /// Okta's error object.
    static func error(
        _ status: Int, _ code: String, _ summary: String = "No.",
        _ headers: [(name: String, value: String)] = []
    ) -> Self {
        answer(status, errorBody(code, summary), headers)
    }

    /// The refusal of a limit of so many requests a minute, seconds before its reset.
    static func rateLimited(limit: Int = 600, resetsIn seconds: Int) -> Self {
        error(
            429, "E0000047", "API call exceeded rate limit due to too many requests.",
            [
                ("Date", "Mon, 16 Mar 2026 03:47:47 GMT"),
                ("x-rate-limit-limit", "\(limit)"), ("x-rate-limit-remaining", "0"),
                ("x-rate-limit-reset", "\(1_773_632_867 + seconds)"),
            ])
    }
}

func errorBody(_ code: String, _ summary: String = "No.") -> String {
    #"{"errorCode":"\#(code)","errorSummary":"\#(summary)","errorLink":"\#(code)","#
        + #""errorId":"oae1","errorCauses":[{"errorSummary":"name: taken"}]}"#
}

func hook(_ id: String, status: String = "ACTIVE") -> String {
    #"{"id":"\#(id)","status":"\#(status)","verificationStatus":"VERIFIED","name":"Hook \#(id)","#
        + #""description":null,"events":{"type":"EVENT_TYPE","items":["user.lifecycle.create"],"#
        + #""filter":null},"channel":{"type":"HTTP","version":"1.0.0","config":{"#
        + #""uri":"https://example.com/","headers":[],"method":"POST","authScheme":null}}}"#
}

/// Lets others run until a condition holds, or the test's time is over.
func until(_ condition: () async -> Bool) async {
    while await !condition(), !Task.isCancelled { await Task.yield() }
}

/// A time of March 2026, RFC 3339.
private func timestamp(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let rest = seconds - 1_772_323_200
    let (day, hour, minute) = (rest / 86_400 + 1, rest / 3600 % 24, rest / 60 % 60)
    return "2026-03-\(two(day))T\(two(hour)):\(two(minute)):\(two(rest % 60))Z"
}

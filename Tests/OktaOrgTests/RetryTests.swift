import HTTPTransport
import JSON
import Kinds
import Ports
import Testing

@testable import OktaOrg

@Suite struct RetryTests {
    static let faults: [(fault: HTTPTransportError, isAskedAgain: Bool, mayHaveHappened: Bool)] = [
        (.invalidRequest("The method is odd."), false, false),
        (.unresolved(host: "acme.okta.test", detail: "no such name"), true, false),
        (.unreachable(detail: "acme.okta.test:443: refused"), true, false),
        (.untrusted(detail: "acme.okta.test:443: expired"), false, false),
        (.timedOut(after: .seconds(30)), true, true),
        (.interrupted(detail: "acme.okta.test:443: reset"), true, true),
        (.tooLarge(limit: 5), false, true),
    ]

    @Test("A read is asked again where that may help", arguments: faults)
    func read(fault: HTTPTransportError, isAskedAgain: Bool, mayHaveHappened: Bool) async throws {
        let script = ScriptedOrg([.fault(fault), .answer(200, "[]")])
        let org = script.org()
        let error = await Call.list.error(on: org)
        #expect(StatusTests.outcome(error) == (isAskedAgain ? nil : .didNotHappen))
        #expect(script.sleeps.count == (isAskedAgain ? 1 : 0))
    }

    @Test("A write is sent once and says whether it may have happened", arguments: faults)
    func write(fault: HTTPTransportError, isAskedAgain: Bool, mayHaveHappened: Bool) async throws {
        let script = ScriptedOrg([.fault(fault), .answer(200, hook("who1"))])
        let org = script.org()
        let error = await Call.create.error(on: org)
        guard case .unavailable(let failure) = error else { throw Unexpected(error) }
        #expect(failure.mayHaveHappened == mayHaveHappened)
        #expect(failure.detail == fault.inWords)
        #expect(script.requests.count == 1)
    }

    @Test("Reads give up after five tries, with growing jittered waits that are announced")
    func givesUp() async throws {
        let script = ScriptedOrg(Array(repeating: .error(503, "E0000010", "Read only"), count: 9))
        let org = script.org()
        let error = await Call.list.error(on: org)
        guard case .unavailable(let failure) = error else { throw Unexpected(error) }
        let reason = "Okta answered 503: Read only (E0000010)."
        #expect(failure.detail == reason + " It was tried 5 times.")
        #expect(failure.answer?.status == 503)
        #expect(!failure.mayHaveHappened)
        #expect(script.requests.count == 5)
        for (sleep, full) in zip(script.sleeps, [250, 500, 1000, 2000]) {
            #expect(sleep >= .milliseconds(full / 2) && sleep <= .milliseconds(full))
        }
        #expect(
            script.waits
                == script.sleeps.enumerated().map {
                    .retrying(attempt: $0.offset + 2, reason: reason, after: $0.element)
                })
        #expect(script.sleeps.count == 4)
    }

    @Test("Without retries a read ends with its first failure")
    func noRetries() async {
        let script = ScriptedOrg([.answer(500), .answer(200, "[]")])
        let org = script.org(options: OrgOptions(version: "1", maxRetries: 0))
        let error = await Call.list.error(on: org)
        #expect(
            error
                == .unavailable(
                    OrgError.Failure(
                        detail: "Okta answered 500.", answer: OktaAnswer(status: 500),
                        mayHaveHappened: false)))
    }

    static let malformed: [(body: String, detail: String)] = [
        ("", "is not JSON"), ("<html>Sign in</html>", "is the org's URL right?"),
        (#"{"id":"who1""#, "is not JSON"), ("[]", "id is not a string"),
        (#"{"id":7}"#, "id is not a string"), (#"{"id":"who1"}"#, "verificationStatus"),
        (hook("who2"), "another event hook"),
        (
            #"{"id":"who1","verificationStatus":"VERIFIED","events":{"items":"x"}}"#,
            "event hook who1 as Okta's API promises it: events.items is not an array"
        ),
    ]

    @Test("A body that cannot be read is asked for again", arguments: malformed)
    func malformedRead(body: String, detail: String) async throws {
        let once = ScriptedOrg([.answer(200, body), .answer(200, hook("who1"))])
        #expect(try await once.org().read(.eventHook, id: "who1")?.id == "who1")
        let always = ScriptedOrg(Array(repeating: .answer(200, body), count: 5))
        let org = always.org()
        let error = await Call.read.error(on: org)
        guard case .unavailable(let failure) = error else { throw Unexpected(error) }
        #expect(failure.detail.contains(detail))
        #expect(!failure.mayHaveHappened)
        #expect(always.isPlayedOut)
    }

    @Test("A write whose answer cannot be read may have happened", arguments: malformed)
    func malformedWrite(body: String, detail: String) async throws {
        let script = ScriptedOrg([.answer(200, body)])
        let org = script.org()
        let error = await Call.update.error(on: org)
        guard case .unavailable(let failure) = error else { throw Unexpected(error) }
        #expect(failure.detail.contains(detail))
        #expect(failure.mayHaveHappened)
        #expect(script.requests.count == 1)
    }
}

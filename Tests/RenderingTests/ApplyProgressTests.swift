import Planning
import Ports
import Reconciling
import Testing
import Vocabulary

@testable import Rendering

@Suite struct ApplyProgressTests {
    static let refusal = OktaAnswer(
        status: 400, errorCode: "E0000001", summary: "Api validation failed: eventHook",
        causes: ["Unable to verify event hook. Hook Leavers execution failed"], requestID: "req1")

    @Test(arguments: [
        (Step(.create), StepOutcome.done, "event_hook.leavers: created (0.4s)"),
        (Step(.verify, .ifUnverified), .notNeeded, "event_hook.leavers: verify not needed"),
        (
            Step(.update), .settled,
            "event_hook.leavers: updated (0.4s; the answer was lost, a look at the org showed it)"
        ),
        (
            Step(.verify), .failed(.org(.refused(refusal))),
            "event_hook.leavers: verify failed (0.4s): 400 E0000001 Api validation failed: "
                + "eventHook: Unable to verify event hook. Hook Leavers execution failed"
        ),
        (
            Step(.update),
            .failed(.missingSecret(AttributePath("channel.config.authScheme.value"))),
            "event_hook.leavers: update failed (0.4s): the secret auth.value is not at hand"
        ),
        (
            Step(.create),
            .failed(
                .missingReference(
                    AttributePath("channel.config.hookKeyId"),
                    Address(kind: "hook_key", key: "signing"))),
            "event_hook.leavers: create failed (0.4s): hook_key.signing is not there to refer to"
        ),
        (
            Step(.update), .failed(.state(.moved)),
            "event_hook.leavers: update failed (0.4s): State changed by another run"
        ),
    ])
    func `a finished step is one line`(step: Step, outcome: StepOutcome, line: String) {
        #expect(
            renderStepLine(
                Sample.leavers, step, outcome, elapsed: .milliseconds(400), style: Sample.plain)
                == line)
    }

    @Test func `a step's line is broken between words on a terminal`() {
        var progress = LiveProgress(style: TextStyle(width: 40))
        let lines = progress.take(
            .stepEnded(
                Sample.leavers, Step(.verify), .failed(.org(.refused(Self.refusal))),
                elapsed: .milliseconds(400)), now: .zero)
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        #expect(
            lines.flatMap { $0.split(separator: " ") }.joined(separator: " ")
                == renderStepLine(
                    Sample.leavers, Step(.verify), .failed(.org(.refused(Self.refusal))),
                    elapsed: .milliseconds(400), style: Sample.plain))
    }

    @Test func `the block shows what is under way and how far it is`() {
        var progress = LiveProgress(style: Sample.plain)
        #expect(progress.lines(now: .zero).isEmpty)
        #expect(progress.take(.began(steps: 3), now: .zero).isEmpty)
        _ = progress.take(.stepBegan(Sample.leavers, Step(.create)), now: .zero)
        _ = progress.take(.stepBegan(Sample.audit, Step(.update)), now: .milliseconds(500))
        #expect(
            progress.lines(now: .milliseconds(1200)) == [
                "⠹ event_hook.leavers: creating  1.2s", "⠹ event_hook.audit: updating  0.7s",
                "⠹ 0/3",
            ])
        #expect(
            progress.take(
                .stepEnded(Sample.leavers, Step(.create), .done, elapsed: .seconds(2)),
                now: .seconds(2)) == ["event_hook.leavers: created (2.0s)"])
        #expect(
            progress.take(.skipped(Sample.old, dependency: Sample.leavers), now: .seconds(2)) == [
                "event_hook.old: not begun, because event_hook.leavers did not succeed"
            ])
        #expect(
            progress.lines(now: .seconds(2)) == ["⠋ event_hook.audit: updating  1.5s", "⠋ 1/3"])
        _ = progress.take(
            .stepEnded(Sample.audit, Step(.update), .done, elapsed: .seconds(2)), now: .seconds(2))
        #expect(progress.lines(now: .seconds(2)).isEmpty)
        _ = progress.take(.confirming, now: .seconds(2))
        #expect(progress.lines(now: .seconds(2)) == ["⠋ 2/3  reading back what was written"])
        _ = progress.take(.stopping, now: .seconds(2))
        #expect(
            progress.lines(now: .seconds(2)) == [
                "⠋ 2/3  stopping: what is under way is finished, nothing more is begun"
            ])
    }

    @Test func `no line is wider than the screen, and there are not too many`() {
        var progress = LiveProgress(style: TextStyle(width: 24, unicode: false))
        for number in 0..<14 {
            let address = Address(kind: "event_hook", key: "a-very-long-key-\(number)")
            _ = progress.take(.stepBegan(address, Step(.create)), now: .zero)
        }
        _ = progress.take(.stopping, now: .zero)
        let lines = progress.lines(now: .milliseconds(100))
        #expect(lines.allSatisfy { displayWidth($0) <= 24 })
        #expect(lines.count == 12)
        #expect(lines[0] == "/ event_hook.a-...  0.1s")
        #expect(lines[10] == "  and 4 more")
    }
}

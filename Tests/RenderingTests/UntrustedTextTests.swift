import JSON
import Kinds
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Rendering

/// What comes from the org, the state, or Okta's answers must neither reach the terminal raw nor
/// give a secret away.
@Suite struct UntrustedTextTests {
    private static let evil = "\u{1B}[2J\u{202E}x\u{07}\r\u{9B}31m\u{2067}\u{AD}"

    /// Every text that there is, of a plan whose values are all as given.
    private func everything(_ value: String, secret: AttributeValue?) -> [String] {
        let attributes = Sample.attributes(
            name: value, description: value + "\n" + value, status: value, events: [value],
            url: value, headers: [value: secret ?? .text(value)], filters: [value: value],
            secret: secret)
        let other = Sample.attributes(
            name: "x" + value, secret: secret == nil ? nil : .secret(Sample.fingerprint("99")))
        let answer = OktaAnswer(
            status: 400, errorCode: value, summary: value, causes: [value], requestID: value,
            missingScopes: [value])
        let address = Address(kind: value, key: value)
        let changes = [Sample.leavers, address].flatMap { address in
            [
                Change(
                    address: address, action: .create, reason: .differs, after: attributes,
                    steps: [Step(.create)]),
                Change(
                    address: address, action: .update, reason: .differs, id: value,
                    before: attributes, after: other, steps: [Step(.update)]),
                Change(
                    address: address, action: .update, reason: .differs, id: value, before: other,
                    after: attributes, kept: attributes.paths, steps: [Step(.update)]),
                Change(
                    address: address, action: .delete, reason: .differs, before: attributes,
                    steps: [Step(.delete)]),
            ]
        }
        let drift = [Drift.Kind.changed, .deleted, .touched].map {
            Drift(
                address: address, kind: $0, id: value, recorded: attributes, live: other,
                lastUpdated: value)
        }
        var plan = Sample.plan(targets: [address], changes: changes, drift: drift)
        plan.orgName = value
        plan.orgURL = value
        let failures: [StepFailure] = [
            .org(.refused(answer)), .org(.unauthorized(answer)),
            .org(.unavailable(.init(detail: value, answer: answer, mayHaveHappened: true))),
            .missingSecret(AttributePath("channel.config.headers", key: value)),
            .state(.failed(detail: value)),
            .state(
                .locked(
                    LockHolder(
                        id: value, who: value, pid: 1, since: value, command: value, ciRun: value))),
        ]
        let results: [ApplyReport.Result] =
            failures.flatMap {
                [.failed(.update, $0), .unverified($0), .rolledBack($0, old: $0)]
            } + [
                .skipped(dependency: address),
                .unconfirmed(
                    attributes.paths.map {
                        Difference(path: $0, before: attributes[$0], after: other[$0])
                    }),
            ]
        let recorded = RecordedResource(id: value, attributes: attributes, lastUpdated: value)
        let snapshot = Snapshot(
            lineage: "l", org: value, resources: [address: recorded],
            intents: [
                address: Intent(operation: .update, id: value, attributes: attributes, time: value)
            ])
        var progress = LiveProgress(style: Sample.plain)
        var texts = progress.take(.stepBegan(address, Step(.update)), now: .zero)
        texts += progress.lines(now: .zero)
        texts += progress.take(.skipped(address, dependency: address), now: .zero)
        texts += failures.map { failure in
            renderStepLine(
                address, Step(.update), .failed(failure), elapsed: .zero, style: Sample.plain)
        }
        texts += failures.map { renderFailure(describe($0), style: Sample.plain) }
        texts += results.map { result in
            ApplyView(
                ApplyReport(results: [address: result, Sample.leavers: result]), of: plan
            ).text(Sample.plain)
        }
        texts.append(PlanView(plan).text(Sample.plain))
        texts.append(StateListView(snapshot).text(Sample.plain))
        for address in [Sample.leavers, address] {
            let view = ResourceView(address, recorded)
            texts += [view.text(Sample.plain), view.json.text()]
        }
        texts.append(StateListView(snapshot).json.text())
        texts.append(Sample.document(PlanView(plan)).text())
        texts.append(
            renderDiagnostics(
                [
                    Diagnostic(
                        .error, .wrongType, detail: value, notes: [value],
                        at: SourceLocation(file: value, line: 1, column: 1),
                        related: [.init(SourceLocation(file: value, line: 1, column: 1), value)],
                        commands: [value])
                ], sources: [value: Array(value.utf8)], style: Sample.plain))
        return texts
    }

    @Test func `no text or document passes an invisible character on`() {
        for text in everything(Self.evil, secret: nil) {
            let raw = text.unicodeScalars.filter { $0 != "\n" && !$0.isVisible }
            #expect(raw.isEmpty, "\(text)")
        }
    }

    @Test func `no text ends a line with white space`() {
        for text in everything("x", secret: nil) + everything("x\n\ny", secret: nil) {
            for line in text.split(separator: "\n") { #expect(line.last != " ", "\(line)") }
        }
    }

    @Test func `empty and very long values are rendered`() {
        let long = String(repeating: "漢", count: 5000)
        #expect(everything("", secret: nil).allSatisfy { !$0.isEmpty })
        #expect(everything(long, secret: nil).contains { $0.contains(long) })
    }

    @Test func `nothing of a fingerprint is ever rendered`() {
        for text in everything("v", secret: .secret(Sample.fingerprint())) {
            #expect(!text.contains(Sample.sentinel))
            #expect(!text.contains("scrypt"))
        }
    }

    @Test func `a text that was or becomes a secret is masked on both sides`() {
        let path = AttributePath("channel.config.headers", key: "X-Token")
        let plain = Sample.attributes(headers: ["X-Token": .text("clear-5e17")])
        let secret = Sample.attributes(headers: ["X-Token": .secret(Sample.fingerprint())])
        for (before, after) in [(plain, secret), (secret, plain)] {
            let change = Change(
                address: Sample.leavers, action: .update, reason: .differs, before: before,
                after: after, steps: [Step(.update)])
            let plan = Sample.plan(changes: [change])
            let text = PlanView(plan).text(Sample.plain)
            #expect(text.contains("~ headers[\"X-Token\"]  ‹secret› changed\n"))
            let document = Sample.document(PlanView(plan)).text()
            #expect(!(text + document).contains("clear-5e17"))
            let report = ApplyReport(results: [
                Sample.leavers: .unconfirmed([
                    Difference(path: path, before: before[path], after: after[path])
                ])
            ])
            #expect(!ApplyView(report, of: plan).text(Sample.plain).contains("clear-5e17"))
        }
    }

    @Test func `what was never seen is said to be unknown`() {
        let change = Change(
            address: Sample.leavers, action: .update, reason: .differs,
            before: Sample.attributes(name: "A", secret: .unknown),
            after: Sample.attributes(name: "B", secret: .secret(Sample.fingerprint())),
            steps: [Step(.update)])
        #expect(
            PlanView(Sample.plan(changes: [change])).text(Sample.plain)
                .contains("~ auth.value  unknown (never seen) → ‹secret›\n"))
    }
}

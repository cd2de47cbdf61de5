import Application
import Catalog
import Filters
import Kinds
import OktaOrg
import Ports
import Reconciling
import Rendering
import Vocabulary

/// A stretch of the org's System Log, as the source of a replay's events.
struct OrgLog {
    let session: OrgSession
    private let console: Console
    let span: LogSpan

    /// - Parameter needsResources: whether a hook of the manifest is replayed.
    init(
        since: LogMoment?, until: LogMoment?, _ installation: Installation, console: Console,
        needsResources: Bool
    ) async throws {
        let now = Timestamp(ProcessEnvironment.surroundings.now()) ?? Timestamp(milliseconds: 0)
        do throws(LogSpan.Problem) {
            // The clock gives whole seconds, and what has happened in this one belongs to it.
            span = try LogSpan(since: since, until: until, now: now.advanced(bySeconds: 1))
        } catch {
            throw Failure(.wrongUsage, .diagnostic(describe(error)))
        }
        self.console = console
        session = try await installation.session(
            access: .logs, needsResources: needsResources)
    }

    /// Puts all of it to a replay.
    ///
    /// - Parameters:
    ///   - types: the types to which others do not matter; nil where all do.
    ///   - report: is told what was asked for as well.
    func read(
        ofTypes types: [String]?, by replay: LogReplay, _ report: inout ReplayReport
    ) async throws {
        let asked = types.flatMap { LogPages.canAsk(forTypes: $0) ? $0 : nil }
        report.origin = ReplayReport.Origin(span: span, types: asked)
        if span.isPartlyGone {
            console.say(
                "Okta keeps its log for \(Limits.logDays.value) days; what is older is gone.\n")
        }
        var progress = ProgressLine(console)
        defer { progress.finish() }
        var pages = LogPages(org: session.client, span: span, types: asked)
        var (events, moment) = (0, span.since)
        do {
            try await replay.run(&report, atOnce: 1) { piece in
                guard let page = try await pages.next() else { return false }
                piece.append(page.body)
                events += page.count
                moment = page.lastPublished ?? moment
                progress.draw { elapsed in
                    renderReplayProgress(
                        events: events, share: span.share(before: moment), elapsed: elapsed,
                        style: console.errors)
                }
                return !pages.isAtEnd
            } progress: {
                // What is slow is to get the pages, which is told above.
                _ in
            }
        } catch let error as OrgError {
            throw Failure(logError: error)
        }
    }
}

extension Failure {
    /// Why the System Log could not be read.
    fileprivate init(logError error: OrgError) {
        self.init(Failure(.org(error)).code, .diagnostic(describeLogFailure(error)))
    }
}

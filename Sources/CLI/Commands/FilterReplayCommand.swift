import Application
import ArgumentParser
import Filters
import JSON
import Reconciling
import Rendering
import Vocabulary

extension FilterCommand {
    struct Replay: Command {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "Put the events of a log to a filter, and show what would change.",
            discussion: """
                The log is the org's System Log, or a file of its events, one a line or an array as \
                the API gives it. Of a hook that is in the state, the org is asked for what is live, \
                and what would be treated differently is listed first. Nothing is written.

                  tenterhook filter replay event_hook.movers --since 7d
                  tenterhook filter replay event_hook.movers --since 14d --until 7d
                  tenterhook filter replay event_hook.movers --log events.jsonl --offline
                  tenterhook filter replay "event.outcome.result eq 'FAILURE'" --log -
                """)

        @Argument(help: ArgumentHelp("A hook's address, or an expression.", valueName: "filter"))
        var filter: String

        @OptionGroup(title: "Options of replay") var replay: ReplayOptions
        @OptionGroup(title: "Options for the org") var connection: ConnectionOptions
        @OptionGroup(title: "Global options") var options: GlobalOptions

        struct ReplayOptions: ParsableArguments {
            @Option(
                help: ArgumentHelp(
                    "Take the events from the org's log, from this time on: 15m, 12h or 7d ago, a "
                        + "date, or a time such as 2026-11-20T08:00:00Z (default: 7d before the end).",
                    valueName: "time"))
            var since: LogMoment?

            @Option(
                help: ArgumentHelp(
                    "Take them up to this time (default: now).", valueName: "time"))
            var until: LogMoment?

            @Option(
                help: ArgumentHelp(
                    "Take the events from a file, or from standard input (-).", valueName: "file"))
            var log: String?

            @Flag(help: "With --log: do not ask the org for what is live.")
            var offline = false

            @Option(
                help: ArgumentHelp("How many differences are listed, at most.", valueName: "n"))
            var limit = 20

            @Option(help: "text, json, or jsonl with every difference on a line.")
            var format: ReplayView.Format = .text

            func validate() throws {
                guard (0...100_000).contains(limit) else {
                    throw ValidationError("--limit takes a number from 0 to 100000.")
                }
                guard log == nil || since == nil && until == nil else {
                    throw ValidationError(
                        "--since and --until are for the org's log; with --log all of the file is "
                            + "read.")
                }
                guard log != nil || !offline else {
                    throw ValidationError(
                        "--offline needs the events from a file: name it with --log.")
                }
            }
        }

        static let isParallel = true
        var outputFormat: OutputFormat { replay.format == .json ? .json : .text }

        func run() async throws {
            let console = options.console
            let installation = try RunSetup(options, connection).installation
            var report = ReplayReport()
            let tried: FilterReplay
            var log: OrgLog?
            var types: [String]?
            switch try FilterCommand.meaning(of: filter, installation) {
            case .expression(let subject):
                tried = FilterReplay(
                    desired: Subscription(everythingThrough: try FilterCommand.checked(subject)),
                    live: nil)
                log = try await orgLog(installation, needsResources: false)
            case .hook(let hook):
                var filters: [String: FilterExpression] = [:]
                for subject in hook.filters {
                    guard let type = subject.eventType else { continue }
                    filters[type] = try FilterCommand.parsed(subject)
                }
                log = try await orgLog(installation, needsResources: true)
                let live = try await live(
                    of: hook, installation, through: log?.session, &report, console)
                types = Set(hook.events).union(live?.events ?? []).sorted()
                tried = FilterReplay(
                    desired: Subscription(events: hook.events, filters: filters), live: live)
            }
            try await read(log, ofTypes: types, through: tried, &report, console)
            try tell(report, console)
        }

        /// The org's log, where the events are to be from it.
        private func orgLog(
            _ installation: Installation, needsResources: Bool
        ) async throws -> OrgLog? {
            guard replay.log == nil else { return nil }
            return try await OrgLog(
                since: replay.since, until: replay.until, installation, console: options.console,
                needsResources: needsResources)
        }

        /// What is live, where it is to be asked for and can be known.
        private func live(
            of hook: Hook, _ installation: Installation, through session: OrgSession?,
            _ report: inout ReplayReport, _ console: Console
        ) async throws -> Subscription? {
            guard !replay.offline else { return nil }
            switch try await LiveSubscription.read(
                hook.address, installation, through: session)
            {
            case .known(let subscription, let isActive):
                if !isActive {
                    console.sayLine(
                        "`\(hook.address)` is inactive in the org and receives nothing now. It is "
                            + "compared as if it were active.")
                }
                return subscription
            case .unknown(let reason):
                report.uncompared = reason
                return nil
            }
        }

        private func read(
            _ log: OrgLog?, ofTypes types: [String]?, through tried: FilterReplay,
            _ report: inout ReplayReport, _ console: Console
        ) async throws {
            let isListed = replay.format != .jsonl
            let events = LogReplay(filters: tried, limit: isListed ? replay.limit : 0) {
                difference in
                if !isListed { console.print(ReplayView.line(difference)) }
            }
            if let file = replay.log {
                try await read(file, by: events, &report, console)
            } else {
                try await log?.read(ofTypes: types, by: events, &report)
            }
        }

        private func read(
            _ path: String, by events: LogReplay, _ report: inout ReplayReport,
            _ console: Console
        ) async throws {
            var progress = ProgressLine(console)
            defer { progress.finish() }
            do {
                let file = try LogFile(path)
                let size = file.size
                try await events.run(&report) { piece in
                    try file.fill(&piece)
                } progress: { reached in
                    progress.draw { elapsed in
                        renderReplayProgress(
                            events: reached.events, bytes: reached.bytes, of: size,
                            elapsed: elapsed, style: console.errors)
                    }
                }
            } catch let problem as FileProblem {
                throw Failure(
                    .error, .logUnreadable, ["\(path): \(problem.words)."])
            } catch is EventTooLong {
                throw Failure(
                    .error, .logUnreadable, ["\(path): an event is longer than 64 MiB."])
            } catch let broken as BrokenLog {
                throw Failure(
                    .error, .logBroken,
                    [
                        "\(path):\(broken.line): an event or the end of the array is "
                            + "expected here."
                    ])
            }
        }

        private func tell(_ report: ReplayReport, _ console: Console) throws {
            console.print(ReplayView(report).render(replay.format, style: console.output))
            if let words = renderUnreadable(report, of: replay.log, style: console.errors) {
                console.say(words)
            }
            if report.tally.seen == 0, report.unreadableCount > 0 { throw Failure(.error) }
        }
    }
}

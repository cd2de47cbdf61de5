import ArgumentParser
import Expressions
import JSON
import Rendering
import Vocabulary

extension FilterCommand {
    struct Replay: AsyncParsableCommand, HasBusyThreads {
        static let configuration = CommandConfiguration(
            commandName: "replay",
            abstract: "Put the events of a log to a filter, and show what would change.",
            discussion: """
                The log is a file of System Log events, one a line or an array as the API gives it. \
                Of a hook that is in the state, the org is asked for what is live, and what would be \
                treated differently is listed first. Nothing is written.

                  tenterhook filter replay event_hook.movers --log events.jsonl
                  tenterhook filter replay event_hook.movers --log events.jsonl --offline
                  tenterhook filter replay "event.outcome.result eq 'FAILURE'" --log -
                """)

        /// How a replay is printed.
        enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl }

        @Argument(help: ArgumentHelp("A hook's address, or an expression.", valueName: "filter"))
        var filter: String

        @OptionGroup(title: "Options of replay") var replay: ReplayOptions
        @OptionGroup(title: "Options for the org") var connection: ConnectionOptions
        @OptionGroup(title: "Global options") var options: GlobalOptions

        struct ReplayOptions: ParsableArguments {
            @Option(
                help: ArgumentHelp(
                    "The events: a file, or - for standard input.", valueName: "file"))
            var log: String

            @Flag(help: "Do not ask the org for what is live.")
            var offline = false

            @Option(
                help: ArgumentHelp("How many differences are listed, at most.", valueName: "n"))
            var limit = 20

            @Option(help: "text, json, or jsonl with every difference on a line.")
            var format: Format = .text

            func validate() throws {
                guard (0...100_000).contains(limit) else {
                    throw ValidationError("--limit takes a number from 0 to 100000.")
                }
            }
        }

        private static let mostUnreadable = 5

        func run() async throws {
            let console = options.console
            var report = ReplayReport()
            var tried: FilterReplay
            switch try FilterCommand.meaning(of: filter, options) {
            case .expression(let subject):
                tried = FilterReplay(
                    desired: Subscription(everythingThrough: try FilterCommand.parsed(subject)),
                    live: nil)
            case .hook(let hook):
                let live = try await live(of: hook, &report, console)
                var filters: [String: FilterExpression] = [:]
                for subject in hook.filters {
                    guard let type = subject.eventType else { continue }
                    filters[type] = try FilterCommand.parsed(subject)
                }
                tried = FilterReplay(
                    desired: Subscription(events: hook.events, filters: filters), live: live)
            }
            try read(into: &tried, &report, console)
            report.tally = tried.tally
            try tell(report, console)
        }

        /// What is live, where it is to be asked for and can be known.
        private func live(
            of hook: Hook, _ report: inout ReplayReport, _ console: Console
        ) async throws -> Subscription? {
            guard !replay.offline else { return nil }
            switch try await LiveSubscription.read(hook.address, options, connection) {
            case .known(let subscription, let isActive):
                if !isActive {
                    console.say(
                        "`\(hook.address)` is inactive in the org and receives nothing now. It is "
                            + "compared as if it were active.\n")
                }
                return subscription
            case .unknown(let reason):
                report.uncompared = reason
                return nil
            }
        }

        private func read(
            into tried: inout FilterReplay, _ report: inout ReplayReport, _ console: Console
        ) throws {
            var splitter = LogSplitter()
            var progress = ProgressLine(console)
            defer { progress.finish() }
            var (events, bytes) = (0, 0)
            do {
                let file = try LogFile(replay.log)
                let size = file.size
                try file.read { piece, isLast in
                    let done = try splitter.take(piece, isLast: isLast) { event, line in
                        events += 1
                        take(event, line, &tried, &report, console)
                    }
                    bytes += done
                    progress.draw { elapsed in
                        renderReplayProgress(
                            events: events, bytes: bytes, of: size, elapsed: elapsed,
                            style: console.errors)
                    }
                    return done
                }
            } catch let problem as FileProblem {
                throw Failure(
                    .error, "The log cannot be read", ["\(replay.log): \(problem.words)."])
            } catch let broken as BrokenLog {
                throw Failure(
                    .error, "The log is broken",
                    [
                        "\(replay.log):\(broken.line): an event or the end of the array is "
                            + "expected here."
                    ])
            }
        }

        private func take(
            _ event: UnsafeBufferPointer<UInt8>, _ line: Int, _ tried: inout FilterReplay,
            _ report: inout ReplayReport, _ console: Console
        ) {
            do throws(UnreadableEvent) {
                guard let difference = try tried.take(event) else { return }
                if replay.format == .jsonl {
                    console.print(replayLine(difference).text() + "\n")
                } else if report.differences.count < replay.limit {
                    report.differences.append(difference)
                }
            } catch {
                report.unreadableCount += 1
                guard report.unreadable.count < Self.mostUnreadable else { return }
                report.unreadable.append(ReplayReport.Unreadable(line: line, reason: error))
            }
        }

        private func tell(_ report: ReplayReport, _ console: Console) throws {
            switch replay.format {
            case .text: console.print(renderReplay(report, style: console.output))
            case .json: console.print(replayDocument(report))
            case .jsonl: console.print(replayLine(summing: report).text() + "\n")
            }
            if let words = renderUnreadable(report, of: replay.log, style: console.errors) {
                console.say(words)
            }
            if report.tally.seen == 0, report.unreadableCount > 0 { throw Failure(.error) }
        }
    }
}

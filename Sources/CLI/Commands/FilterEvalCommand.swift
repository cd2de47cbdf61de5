import Application
import ArgumentParser
import Filters
import JSON
import Rendering
import Vocabulary

extension FilterCommand {
    struct Eval: Command {
        static let configuration = CommandConfiguration(
            commandName: "eval",
            abstract: "Say whether a filter lets an event through, and why.",
            discussion: """
                The event is one of the System Log, as JSON. Of a hook, the filter of the event's \
                type is taken.

                  tenterhook filter eval event_hook.movers --event event.json
                  tenterhook filter eval "event.outcome.result eq 'FAILURE'" --event - < event.json
                """)

        @Argument(help: ArgumentHelp("An expression, or a hook's address.", valueName: "filter"))
        var filter: String

        @Option(
            help: ArgumentHelp("The event: a file, or - for standard input.", valueName: "file"))
        var event: String

        @Option(help: "text or json.")
        var format: OutputFormat = .text

        @OptionGroup(title: "Global options") var options: GlobalOptions

        var outputFormat: OutputFormat { format }

        func run() throws {
            let console = options.console
            let meaning = try FilterCommand.meaning(
                of: filter, try RunSetup(options).installation)
            let bytes = try readEvent()
            let subject: Subject
            switch meaning {
            case .expression(let expression): subject = expression
            case .hook(let hook):
                guard let filter = try Self.filter(of: hook, for: bytes.type, format, console)
                else { return }
                subject = filter
            }
            let expression = try FilterCommand.parsed(subject)
            let (verdict, trace) = try Self.evaluate(expression, on: bytes.event)
            let view = FilterVerdictView.evaluated(verdict, trace, expression)
            console.print(view.render(format, style: console.output))
            let findings = FilterCheck.findings(on: subject.text, for: subject.eventType)
            let diagnostics = filterDiagnostics(findings, in: subject.text, named: subject.name)
            if !diagnostics.isEmpty {
                if format == .text { console.say("\n") }
                console.show(
                    Failure(diagnostics, sources: [subject.name: Array(subject.text.utf8)]))
            }
            if diagnostics.hasErrors { throw Failure(.error) }
            switch verdict {
            case .delivered, .dropped: break
            case .notBoolean, .failed: throw Failure(.error)
            }
        }

        private static func evaluate(
            _ expression: FilterExpression, on event: [UInt8]
        ) throws -> (Verdict, Trace?) {
            do throws(EventScanFault) {
                var run = FilterRun(CompiledFilter(expression))
                let verdict = try event.withUnsafeBufferPointer { bytes throws(EventScanFault) in
                    try run.verdict(on: bytes)
                }
                return (verdict, try FilterRun.trace(expression, on: event))
            } catch {
                throw Failure(
                    .error, .eventUnreadable,
                    ["It is broken at byte \(error.offset), or nested too deep."])
            }
        }

        /// The filter of a hook for the event's type; nil where it has none, which is then told.
        private static func filter(
            of hook: Hook, for type: String?, _ format: OutputFormat, _ console: Console
        ) throws -> Subject? {
            guard let type else {
                throw Failure(
                    .error, .eventWithoutType,
                    ["Which filter of `\(hook.address)` is meant is told by its eventType."])
            }
            if let filter = hook.filters.first(where: { $0.eventType == type }) { return filter }
            let view = FilterVerdictView.unfiltered(
                hook.address, eventType: type, isSubscribed: hook.events.contains(type))
            console.print(view.render(format, style: console.output))
            return nil
        }

        /// The event's text, which is checked, and its type.
        private func readEvent() throws -> (event: [UInt8], type: String?) {
            let path = event == "-" ? "/dev/stdin" : event
            let bytes: [UInt8]
            switch DiskFiles.read(path) {
            case .success(let read): bytes = read
            case .failure(let problem):
                throw Failure(.error, .eventUnreadable, ["\(event): \(problem.words)."])
            }
            let value: JSONValue
            do throws(JSONParseError) {
                value = try JSONValue(parsing: bytes)
            } catch {
                throw Failure(
                    .error, .eventNotJson,
                    ["\(event):\(error.line):\(error.column): \(error.message)."])
            }
            guard value.object != nil else {
                throw Failure(
                    .error, .notAnEvent,
                    [
                        "\(event) holds JSON that is no object. One event of the System Log is wanted."
                    ]
                )
            }
            return (bytes, value["eventType"]?.string)
        }
    }
}

import Glibc
import JSON
import Rendering
import Synchronization
import Vocabulary

/// Where the program's words go: results to standard output, everything else to standard error.
struct Console: Sendable {
    enum Color: String, Sendable { case auto, always, never }

    /// As long as no options have been read.
    static let standard = Console(color: .auto)

    let output: TextStyle
    let errors: TextStyle
    /// Whether standard error is a terminal that can redraw lines.
    let isLive: Bool
    /// Whether somebody is there to be asked.
    let canAsk: Bool
    /// The options that commands need which are suggested.
    let carried: CarriedOptions

    init(color: Color, noInput: Bool = false, carried: CarriedOptions = CarriedOptions()) {
        self.carried = carried
        let plain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        let dumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
        func style(_ descriptor: Int32) -> TextStyle {
            let isTerminal = isatty(descriptor) == 1
            let colored =
                switch color {
                case .always: true
                case .never: false
                case .auto: isTerminal && !plain && !dumb
                }
            return TextStyle(
                color: colored, width: isTerminal ? Self.width(of: descriptor) : 80,
                unicode: true)
        }
        output = style(STDOUT_FILENO)
        errors = style(STDERR_FILENO)
        isLive = isatty(STDERR_FILENO) == 1 && !dumb
        canAsk = !noInput && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    }

    /// A result, on standard output. When that cannot be written, nothing more is, and the program
    /// ends with an error in the end; what has begun is finished first, and recorded.
    func print(_ text: String) {
        guard !Self.hasLostOutput, let code = Self.write(text, to: STDOUT_FILENO) else { return }
        Self.outputProblem.store(code, ordering: .releasing)
    }

    func print(_ json: JSONValue) { print(renderDocument(json)) }

    /// A message, on standard error.
    ///
    /// Whoever has closed it wants to hear nothing, and there is nobody else to tell.
    func say(_ text: String) { _ = Self.write(text, to: STDERR_FILENO) }

    /// A line on standard output; its text may come from anywhere.
    func printLine(_ text: String) { print(renderLine(text, style: output) + "\n") }

    /// A line on standard error; its text may come from anywhere.
    func sayLine(_ text: String) { say(renderLine(text, style: errors) + "\n") }

    /// Running text on standard error; it may come from anywhere.
    func saySentence(_ text: String) { say(renderSentence(text, style: errors)) }

    func show(_ failure: Failure) {
        switch failure.message {
        case .nothing: break
        case .diagnostic(var diagnostic):
            diagnostic.commands = diagnostic.commands.map(carried.completed)
            say(renderFailure(diagnostic, style: errors))
        case .diagnostics(let diagnostics, let sources):
            let completed = carried.completed(diagnostics)
            say(renderDiagnostics(completed, sources: sources, style: errors))
        }
    }

    /// Asks for one line; nil at the end of input. The question's text may come from anywhere.
    func ask(_ question: String) -> String? {
        say(renderLine(question, style: errors))
        return readLine(strippingNewline: true)
    }

    private static func width(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return max(40, Int(size.ws_col))
    }

    /// Writes all of a text; gives the `errno` when that is not possible.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EAGAIN {
                // Another program has made the pipe or the terminal that we share non-blocking.
                var slot = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&slot, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}

extension Console {
    /// The `errno` that a result was lost by; 0 as long as none was.
    private static let outputProblem = Atomic<Int32>(0)

    static var hasLostOutput: Bool { outputProblem.load(ordering: .acquiring) != 0 }

    /// What is to be said of a lost result; nothing of a reader that has gone away.
    static var outputFailure: Failure? {
        switch outputProblem.load(ordering: .acquiring) {
        case 0: nil
        case EPIPE: Failure(.error)
        case let code:
            Failure(
                .error, .outputNotWritable,
                ["Standard output: \(FileProblem(code).words)."])
        }
    }
}

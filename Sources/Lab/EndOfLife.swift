import ArgumentParser
import Dispatch
import Foundation

/// When the program is to end: on SIGINT, on SIGTERM, and when its input closes if so asked.
struct EndOfLife {
    private let ends: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    /// From here on the signals no longer kill the process; make it before anything starts.
    init(withStandardInput: Bool) {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        self.ends = ends
        // A caller may read the ready line and close the pipe; that is no reason to die.
        signal(SIGPIPE, SIG_IGN)
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { end.yield() }
            source.activate()
            return source
        }
        if withStandardInput {
            Thread.detachNewThread {
                while let input = readLine(strippingNewline: false), !input.isEmpty {}
                end.yield()
            }
        }
    }

    /// Returns when the first of them has come.
    func wait() async {
        for await _ in ends { break }
        for source in sources { source.cancel() }
    }
}

/// Writes one line to standard output at once.
///
/// Where nobody reads any more there is nobody to tell, so a failed write just ends it.
func sayLine(_ line: String) {
    var rest = ArraySlice(Array("\(line)\n".utf8))
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
    }
}

/// Options of both servers.
struct ServerOptions: ParsableArguments {
    @Flag(help: "Exit when standard input closes, so that nothing outlives the caller.")
    var exitWithStdin = false
}

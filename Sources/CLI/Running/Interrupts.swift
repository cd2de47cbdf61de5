import Glibc
import Reconciling

/// Turns Ctrl-C (and SIGTERM) into a request to stop; a second one ends the program at once, which
/// the journal in the state makes recoverable.
enum Interrupts {
    /// The writing end of the pipe that the signal handler may use.
    private nonisolated(unsafe) static var bell: Int32 = -1

    /// - Parameter stopping: called once, on a thread of its own, at the first signal.
    static func listen(_ stop: StopSignal, stopping: @escaping @Sendable () -> Void) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        bell = ends[1]
        let handler: @convention(c) (Int32) -> Void = { number in
            var byte = UInt8(truncatingIfNeeded: number)
            _ = write(Interrupts.bell, &byte, 1)
        }
        signal(SIGINT, handler)
        signal(SIGTERM, handler)
        let listener = Unmanaged.passRetained(
            Listener(descriptor: ends[0], stop: stop, stopping: stopping))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<Listener>.fromOpaque(raw).takeRetainedValue().run()
                return nil
            }, listener.toOpaque())
        if code == 0 { pthread_detach(thread) } else { listener.release() }
    }

    private final class Listener {
        let descriptor: Int32
        let stop: StopSignal
        let stopping: @Sendable () -> Void

        init(descriptor: Int32, stop: StopSignal, stopping: @escaping @Sendable () -> Void) {
            self.descriptor = descriptor
            self.stop = stop
            self.stopping = stopping
        }

        func run() {
            var isSecond = false
            var byte: UInt8 = 0
            while true {
                let count = read(descriptor, &byte, 1)
                if count < 0, errno == EINTR { continue }
                guard count == 1 else { return }
                if isSecond { _exit(128 + Int32(byte)) }
                isSecond = true
                stop.set()
                stopping()
            }
        }
    }
}

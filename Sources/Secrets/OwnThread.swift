import Glibc

/// Runs one piece of blocking work on a thread of its own.
enum OwnThread {
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    static func run(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body)).toOpaque()
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().body()
                return nil
            }, work)
        if code == 0 {
            pthread_detach(thread)
        } else {
            // No thread to be had: better to wait here than not to answer at all.
            Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
        }
    }
}

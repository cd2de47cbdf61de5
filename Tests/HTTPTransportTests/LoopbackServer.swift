import Glibc

@testable import HTTPTransport

/// A scripted HTTP/1.1 server on a loopback port of the kernel's choice.
///
/// The peer sees each close at once, although other tests start programs, which inherit what is open.
///
/// Every connection has its thread; the script is called for each request that came in whole, and
/// writes whatever bytes it likes.
final class LoopbackServer: @unchecked Sendable {
    let port: Int
    private let listener: Int32
    private let state = PthreadLock(State())
    private let script: @Sendable (ServerExchange) -> Void

    private struct State {
        var requests: [ReceivedRequest] = []
        var connections = 0
        var open: Set<Int32> = []
        var threads: [pthread_t] = []
        var isStopped = false
    }

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [ReceivedRequest] { state.withLock { $0.requests } }
    var openConnections: Int { state.withLock { $0.open.count } }
    var connections: Int { state.withLock { $0.connections } }

    init(_ script: @escaping @Sendable (ServerExchange) -> Void) throws {
        self.script = script
        (listener, port) = try Self.listen()
        run { $0.accept() }
    }

    /// Waits until `count` requests have arrived, and returns all that have.
    func requests(atLeast count: Int) async throws -> [ReceivedRequest] {
        try await until("\(count) requests have arrived") { requests.count >= count }
        return requests
    }

    /// Ends every connection and waits for every thread.
    func stop() {
        state.withLock { state in
            state.isStopped = true
            for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
        shutdown(listener, Int32(SHUT_RDWR))
        while let thread = state.withLock({ $0.threads.popLast() }) { pthread_join(thread, nil) }
        close(listener)
    }

    private func accept() {
        while true {
            let descriptor = Glibc.accept(listener, nil, nil)
            if descriptor < 0, errno == EINTR || errno == ECONNABORTED { continue }
            guard descriptor >= 0 else { return }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            let number = state.withLock { state -> Int? in
                guard !state.isStopped else { return nil }
                state.connections += 1
                state.open.insert(descriptor)
                return state.connections
            }
            guard let number else {
                close(descriptor)
                return
            }
            run { $0.serve(descriptor, number: number) }
        }
    }

    private func serve(_ descriptor: Int32, number: Int) {
        let exchange = ServerExchange(descriptor, connection: number)
        while !exchange.isOver, let request = exchange.readRequest() {
            state.withLock { $0.requests.append(request) }
            script(exchange)
        }
        _ = state.withLock { $0.open.remove(descriptor) }
        // Closing alone would not do while a program that another test started holds a copy.
        if !exchange.isReset { shutdown(descriptor, Int32(SHUT_RDWR)) }
        close(descriptor)
    }

    /// Runs a part of the server on a thread that `stop` waits for.
    private func run(_ part: @escaping @Sendable (LoopbackServer) -> Void) {
        final class Context {
            let server: LoopbackServer
            let part: @Sendable (LoopbackServer) -> Void
            init(_ server: LoopbackServer, _ part: @escaping @Sendable (LoopbackServer) -> Void) {
                self.server = server
                self.part = part
            }
        }
        let context = Unmanaged.passRetained(Context(self, part))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            {
                let context = Unmanaged<Context>.fromOpaque($0!).takeRetainedValue()
                context.part(context.server)
                return nil
            }, context.toOpaque())
        precondition(result == 0)
        state.withLock { $0.threads.append(thread) }
    }

    struct SocketFailure: Error { let code = errno }

    /// A listening socket and its port.
    static func listen() throws -> (Int32, Int) {
        let (descriptor, port) = try bind()
        guard Glibc.listen(descriptor, 128) == 0 else { throw SocketFailure() }
        return (descriptor, port)
    }

    /// A socket with a port of its own.
    static func bind() throws -> (Int32, Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketFailure() }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Glibc.bind(descriptor, pointer, length) | getsockname(descriptor, pointer, &length)
            }
        }
        guard result == 0 else { throw SocketFailure() }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}

struct WaitedInVain: Error, CustomStringConvertible { let description: String }

/// Waits until a condition holds; throws after two minutes.
func until(_ what: String, _ condition: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while !condition() {
        guard ContinuousClock.now < deadline else {
            throw WaitedInVain(description: "waited two minutes in vain until \(what)")
        }
        try await Task.sleep(for: .milliseconds(1))
    }
}

/// Runs a body beside a scripted server and stops the server whatever happens.
func withServer<Result>(
    _ script: @escaping @Sendable (ServerExchange) -> Void,
    run body: (LoopbackServer) async throws -> Result
) async throws -> Result {
    let server = try LoopbackServer(script)
    defer { server.stop() }
    return try await body(server)
}

/// Runs a body with a port that is taken but that nobody listens on.
func withClosedPort(_ body: (Int) async throws -> Void) async throws {
    let (descriptor, port) = try LoopbackServer.bind()
    defer { close(descriptor) }
    try await body(port)
}

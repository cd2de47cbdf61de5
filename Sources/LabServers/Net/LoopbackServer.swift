import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// What keeps a lab server from starting.
package enum LabFault: Error, Equatable, CustomStringConvertible {
    /// The port is taken, or may not be used.
    case cannotListen(port: Int, reason: String)
    /// The data file is there, but cannot be read or understood.
    case unusableFile(path: String, reason: String)

    package var description: String {
        switch self {
        case .cannotListen(let port, let reason): "cannot listen on 127.0.0.1:\(port): \(reason)"
        case .unusableFile(let path, let reason): "cannot use \(path): \(reason)"
        }
    }
}

/// An HTTP/1.1 server on 127.0.0.1, and nowhere else.
///
/// The only place that knows the server library. Stopping closes every connection at once: a
/// request that hangs on purpose must not keep a test, or a person's terminal, waiting.
final class LoopbackServer: Sendable {
    typealias Handler = @Sendable (LabRequest) async -> LabAnswer

    let port: Int
    private let running: Task<Void, any Error>
    private let connections: OpenConnections

    private init(port: Int, running: Task<Void, any Error>, connections: OpenConnections) {
        self.port = port
        self.running = running
        self.connections = connections
    }

    /// Binds the port (0: the kernel chooses) and serves until `stop()`.
    static func start(port: Int, handler: @escaping Handler) async throws(LabFault)
        -> LoopbackServer
    {
        let connections = OpenConnections()
        let (bound, announce) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "lab") { _ in SwiftLogNoOpLogHandler() }
        let server = Server(
            childChannelSetup: HTTP1Channel(
                responder: { request, writer, channel in
                    try await respond(
                        to: request, by: handler, writer: writer, channel: channel)
                },
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionRegistrar(connections: connections)])),
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { announce.yield($0.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger)
        let running = Task {
            defer { announce.finish() }
            try await server.run()
        }
        for await port in bound {
            return LoopbackServer(port: port, running: running, connections: connections)
        }
        switch await running.result {
        case .success: throw .cannotListen(port: port, reason: "the server ended at once")
        case .failure(let error): throw .cannotListen(port: port, reason: "\(error)")
        }
    }

    /// Closes the listener and every connection, and waits until all handlers are gone.
    func stop() async {
        running.cancel()
        connections.closeAll()
        _ = await running.result
    }
}

/// The connection is to end here; the server closes it when this is thrown.
private struct ConnectionEnd: Error {}

private let largestBody = 4 << 20

private func respond(
    to request: Request, by handler: LoopbackServer.Handler, writer: consuming ResponseWriter,
    channel: any Channel
) async throws {
    let body = try await request.body.collect(upTo: largestBody)
    var answer = await handler(labRequest(request, body: body, channel: channel))
    switch answer.ending {
    case .silent:
        try await channel.close()
        throw ConnectionEnd()
    case .reset:
        // Without lingering, closing drops what is unsent and resets the connection.
        if let options = channel as? any SocketOptionProvider {
            try await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try await channel.close()
        throw ConnectionEnd()
    case .truncated:
        answer.headers.append(HeaderField("Content-Length", "\(answer.body.count + 64)"))
        var bodyWriter = try await writer.writeHead(head(answer))
        try await bodyWriter.write(ByteBuffer(bytes: answer.body))
        throw ConnectionEnd()
    case .whole:
        if answer.status != 204, answer.status != 304 {
            answer.headers.append(HeaderField("Content-Length", "\(answer.body.count)"))
        }
        let body = request.method == .head ? [] : answer.body
        try await writer.write(
            response: head(answer), body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}

private func labRequest(_ request: Request, body: ByteBuffer, channel: any Channel) -> LabRequest {
    let target = request.head.path ?? "/"
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return LabRequest(
        method: request.method.rawValue, path: String(halves[0]),
        query: halves.count > 1 ? String(halves[1]) : "",
        headers: request.headers.map { HeaderField($0.name.rawName, $0.value) },
        body: Array(body.readableBytesView),
        authority: request.head.authority
            ?? "127.0.0.1:\(channel.localAddress?.port ?? 80)")
}

/// The status line and headers; a header nobody may send is left out, and `Date` is always there.
private func head(_ answer: LabAnswer) -> HTTPResponse {
    var fields = HTTPFields()
    for header in answer.headers {
        guard let name = HTTPField.Name(header.name) else { continue }
        fields.append(HTTPField(name: name, value: header.value))
    }
    if !fields.contains(.date) { fields[.date] = Timestamp.system().httpDate }
    return HTTPResponse(status: .init(code: answer.status), headerFields: fields)
}

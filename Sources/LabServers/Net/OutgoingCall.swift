import NIOCore
import NIOHTTP1
import NIOPosix

/// Why a call to an endpoint brought no answer.
enum OutgoingFailure: Error, Equatable, CustomStringConvertible {
    case notOnLoopback
    case timeout
    case noConnection(String)
    case broken(String)

    var description: String {
        switch self {
        case .notOnLoopback: "the lab calls only http addresses on this machine"
        case .timeout: "no answer in time"
        case .noConnection(let reason): "no connection: \(reason)"
        case .broken(let reason): "the exchange broke off: \(reason)"
        }
    }
}

/// What an endpoint answered.
struct OutgoingReply: Sendable, Equatable {
    var status: Int
    var headers: [HeaderField]
    var body: [UInt8]
}

/// One HTTP/1.1 request to an endpoint on this machine, on a connection of its own.
///
/// Redirects are not followed, as Okta does not. The time limit spans everything, from the
/// connection to the last byte of the answer.
struct OutgoingCall: Sendable {
    let method: String
    let url: LoopbackURL
    let headers: [HeaderField]
    let body: [UInt8]
    let timeout: Duration

    func send() async throws(OutgoingFailure) -> OutgoingReply {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let reply = loop.makePromise(of: OutgoingReply.self)
        let timer = loop.scheduleTask(in: TimeAmount(timeout)) {
            reply.fail(OutgoingFailure.timeout)
        }
        reply.futureResult.whenComplete { _ in timer.cancel() }
        connect(on: loop, reply: reply)
        do {
            return try await withTaskCancellationHandler {
                try await reply.futureResult.get()
            } onCancel: {
                reply.fail(OutgoingFailure.broken("the lab is stopping"))
            }
        } catch let failure as OutgoingFailure {
            throw failure
        } catch {
            throw .broken("\(error)")
        }
    }

    private func connect(on loop: any EventLoop, reply: EventLoopPromise<OutgoingReply>) {
        ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(timeout))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHTTPClientHandlers()
                    try pipeline.addHandler(ReplyCollector(reply: reply))
                }
            }
            .connect(host: url.host, port: url.port)
            .whenComplete { result in
                switch result {
                case .failure(let error):
                    reply.fail(OutgoingFailure.noConnection("\(error)"))
                case .success(let channel):
                    reply.futureResult.whenComplete { _ in channel.close(promise: nil) }
                    write(to: channel, reply: reply)
                }
            }
    }

    private func write(to channel: any Channel, reply: EventLoopPromise<OutgoingReply>) {
        var fields = HTTPHeaders([("Host", url.authority)])
        fields.add(contentsOf: headers.map { ($0.name, $0.value) })
        if method != "GET" { fields.replaceOrAdd(name: "Content-Length", value: "\(body.count)") }
        fields.replaceOrAdd(name: "Connection", value: "close")
        let head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method), uri: url.target,
            headers: fields)
        channel.write(HTTPClientRequestPart.head(head)).whenFailure {
            reply.fail(OutgoingFailure.broken("\($0)"))
        }
        if !body.isEmpty {
            channel.write(
                HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
        }
        channel.writeAndFlush(HTTPClientRequestPart.end(nil)).whenFailure {
            reply.fail(OutgoingFailure.broken("\($0)"))
        }
    }
}

/// Gathers the parts of one answer; the promise is kept by whatever happens first.
private final class ReplyCollector: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private static let largestBody = 1 << 20

    private let reply: EventLoopPromise<OutgoingReply>
    private var gathered = OutgoingReply(status: 0, headers: [], body: [])

    init(reply: EventLoopPromise<OutgoingReply>) {
        self.reply = reply
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            gathered.status = Int(head.status.code)
            gathered.headers = head.headers.map { HeaderField($0.name, $0.value) }
        case .body(let part):
            gathered.body.append(contentsOf: part.readableBytesView)
            if gathered.body.count > Self.largestBody {
                reply.fail(OutgoingFailure.broken("the answer is too large"))
            }
        case .end:
            reply.succeed(gathered)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        reply.fail(OutgoingFailure.broken("\(error)"))
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        reply.fail(OutgoingFailure.broken("closed without an answer"))
        context.fireChannelInactive()
    }
}

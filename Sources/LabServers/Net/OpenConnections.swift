import NIOConcurrencyHelpers
import NIOCore

/// The connections a server has open, so that stopping it can close them.
final class OpenConnections: Sendable {
    private struct Held {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosing = false
    }

    private let held = NIOLockedValueBox(Held())

    func add(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        let isClosing = held.withLockedValue { held in
            held.channels[key] = channel
            return held.isClosing
        }
        channel.closeFuture.whenComplete { [held] _ in
            held.withLockedValue { _ = $0.channels.removeValue(forKey: key) }
        }
        if isClosing { channel.close(promise: nil) }
    }

    /// Closes what is open now and whatever is still accepted later.
    func closeAll() {
        let open = held.withLockedValue { held in
            held.isClosing = true
            return Array(held.channels.values)
        }
        for channel in open { channel.close(promise: nil) }
    }
}

/// Enters each new connection into the server's list.
final class ConnectionRegistrar: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let connections: OpenConnections

    init(connections: OpenConnections) {
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        connections.add(context.channel)
    }
}

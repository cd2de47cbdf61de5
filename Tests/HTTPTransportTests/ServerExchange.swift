import Glibc

/// A request as its bytes came in.
struct ReceivedRequest: Sendable {
    var connection = 0
    var head = ""
    var body: [UInt8] = []

    /// The first line.
    var line: String { String(head.split(separator: "\r\n").first ?? "") }

    /// The values under a name, in order.
    func values(_ name: String) -> [String] {
        head.split(separator: "\r\n").dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":"),
                line[..<colon].lowercased() == name.lowercased()
            else { return nil }
            return String(line[line.index(after: colon)...].drop { $0 == " " })
        }
    }
}

/// The server's end of one connection, as a script sees it.
final class ServerExchange {
    let connection: Int
    private(set) var request = ReceivedRequest()
    private(set) var requestNumber = 0
    private(set) var isOver = false
    private(set) var isReset = false
    private let descriptor: Int32
    private var unread: [UInt8] = []

    init(_ descriptor: Int32, connection: Int) {
        self.descriptor = descriptor
        self.connection = connection
        var on: Int32 = 1
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// The next whole request; nil once the peer has closed.
    func readRequest() -> ReceivedRequest? {
        let blank = Array("\r\n\r\n".utf8)
        while true {
            if let end = unread.indices.first(where: { unread[$0...].starts(with: blank) }) {
                var request = ReceivedRequest()
                request.connection = connection
                request.head = String(decoding: unread[..<end], as: UTF8.self)
                let length = request.values("content-length").first.flatMap { Int($0) } ?? 0
                while unread.count < end + 4 + length { guard readMore() else { return nil } }
                request.body = Array(unread[(end + 4)..<(end + 4 + length)])
                unread.removeFirst(end + 4 + length)
                requestNumber += 1
                self.request = request
                return request
            }
            guard readMore() else { return nil }
        }
    }

    /// Writes text as it is.
    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress! + sent, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                isOver = true
                return
            }
            sent += count
        }
    }

    /// Writes a whole answer with its length.
    func answer(_ body: String = "", status: String = "200 OK", headers: [String] = []) {
        let lines = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.utf8.count)"]
        send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// Closes after what was written.
    func close() { isOver = true }

    /// Breaks the connection, so that the peer sees a reset.
    func reset() {
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        isOver = true
        isReset = true
    }

    /// Says nothing until the peer goes away or the server stops.
    func holdUntilClosed() {
        while readMore() {}
        isOver = true
    }

    /// Passes bytes both ways between the peer and another loopback port until one side ends.
    func tunnel(to port: Int) {
        defer { isOver = true }
        let other = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { Glibc.close(other) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(other, $0, length) }
        }
        guard connected == 0 else { return }
        send("HTTP/1.1 200 Connection established\r\n\r\n")
        var sides = [descriptor, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while poll(&sides, 2, -1) > 0 {
            for index in 0..<2 where sides[index].revents != 0 {
                let count = read(sides[index].fd, &buffer, buffer.count)
                guard count > 0 else { return }
                _ = Glibc.send(sides[1 - index].fd, buffer, count, Int32(MSG_NOSIGNAL))
            }
        }
    }

    private func readMore() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var count = 0
        repeat {
            count = read(descriptor, &buffer, buffer.count)
        } while count < 0 && errno == EINTR
        guard count > 0 else { return false }
        unread += buffer[..<count]
        return true
    }
}

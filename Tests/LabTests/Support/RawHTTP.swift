import Foundation
import Glibc

/// What a bare socket saw of one exchange.
struct RawReply: Sendable {
    enum Ending: Sendable, Equatable {
        case closed
        case reset
    }

    let status: Int?
    let headers: [(name: String, value: String)]
    let body: [UInt8]
    let ending: Ending

    func header(_ name: String) -> String? { headers(name).first }

    func headers(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    /// Whether less came than the header promised.
    var isCutShort: Bool {
        header("Content-Length").flatMap(Int.init).map { body.count < $0 } ?? false
    }
}

/// A client of plain sockets: it hides nothing a library would.
///
/// It blocks, hence a thread of its own: the servers under test need the others.
enum RawHTTP {
    struct Failure: Error {
        let call: String
        let code: Int32
    }

    static func exchange(
        port: Int, _ method: String, _ target: String, headers: [(String, String)] = [],
        body: [UInt8]? = nil
    ) async throws -> RawReply {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        head += "Connection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        let bytes = Array((head + "\r\n").utf8) + (body ?? [])
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try exchange(port: port, bytes) })
            }
        }
    }

    private static func exchange(port: Int, _ request: [UInt8]) throws -> RawReply {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure(call: "connect", code: errno) }
        guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
        else { throw Failure(call: "send", code: errno) }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count > 0 {
                received += chunk[..<count]
            } else if count == 0 {
                return parsed(received, .closed)
            } else if errno == ECONNRESET {
                return parsed(received, .reset)
            } else {
                throw Failure(call: "recv", code: errno)
            }
        }
    }

    private static func parsed(_ received: [UInt8], _ ending: RawReply.Ending) -> RawReply {
        let separator = Array("\r\n\r\n".utf8)
        guard let end = received.firstRange(of: separator) else {
            return RawReply(status: nil, headers: [], body: [], ending: ending)
        }
        let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self)
            .split(separator: "\r\n")
        let headers = lines.dropFirst().map { line in
            let halves = line.split(separator: ":", maxSplits: 1)
            return (
                name: String(halves[0]),
                value: halves.count > 1 ? String(halves[1].drop(while: \.isWhitespace)) : ""
            )
        }
        return RawReply(
            status: Int(lines[0].split(separator: " ")[1]), headers: headers,
            body: Array(received[end.upperBound...]), ending: ending)
    }
}

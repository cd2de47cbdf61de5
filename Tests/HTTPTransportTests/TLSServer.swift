import Foundation

/// An https server in a process of its own, with a certificate made for it.
///
/// It answers every request with the protocol agreed and the number of the connection, by HTTP/2 or
/// HTTP/1.1. It ends when its standard input closes, so it cannot outlive the test.
final class TLSServer: Sendable {
    let port: Int

    /// The server's certificate, which is its own authority.
    let certificate: String
    let directory: String
    private let process = Process()
    private let lifeline = Pipe()

    static let isAvailable = find("python3") != nil && find("openssl") != nil

    struct NotStarted: Error {}

    init(http2: Bool, names: String) throws {
        guard let python = Self.find("python3"), let openssl = Self.find("openssl") else {
            throw NotStarted()
        }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tenterhook-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        directory = folder.path
        certificate = folder.appendingPathComponent("certificate.pem").path
        let key = folder.appendingPathComponent("key.pem").path

        let maker = Process()
        maker.executableURL = openssl
        maker.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/O=Acme/CN=loopback",
            "-addext", "subjectAltName=\(names)",
        ]
        maker.standardError = FileHandle.nullDevice
        try maker.run()
        maker.waitUntilExit()
        guard maker.terminationStatus == 0 else { throw NotStarted() }

        let output = Pipe()
        process.executableURL = python
        process.arguments = ["-c", Self.program, certificate, key, http2 ? "h2" : "http/1.1"]
        process.standardInput = lifeline
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.prefix { $0.isNumber }) else { throw NotStarted() }
        self.port = port
    }

    func stop() throws {
        try lifeline.fileHandleForWriting.close()
        process.waitUntilExit()
        try FileManager.default.removeItem(atPath: directory)
    }

    private static func find(_ tool: String) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(fileURLWithPath: "\($0)/\(tool)") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// HTTP/2 needs frames only: the one answer's header block, `:status: 200`, is a single byte.
    private static let program = """
        import os, socket, ssl, sys, threading

        certificate, key, protocol = sys.argv[1:]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        context.set_alpn_protocols([protocol])

        def frame(kind, flags, stream, payload=b""):
            head = len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big")
            return head + payload

        def serve_http2(peer, stream, body):
            stream.read(24)
            peer.sendall(frame(4, 0, 0))
            while head := stream.read(9):
                length, kind, flags = int.from_bytes(head[:3], "big"), head[3], head[4]
                number, payload = int.from_bytes(head[5:], "big"), stream.read(length)
                if kind == 4 and not flags & 1:
                    peer.sendall(frame(4, 1, 0))
                if kind == 6 and not flags & 1:
                    peer.sendall(frame(6, 1, 0, payload))
                if kind in (0, 1) and flags & 1:
                    peer.sendall(frame(1, 4, number, bytes([0x88])) + frame(0, 1, number, body))

        def serve_http1(peer, stream, body):
            while stream.readline():
                while stream.readline().strip():
                    pass
                head = "HTTP/1.1 200 OK\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body)
                peer.sendall(head.encode() + body)

        def serve(raw, number):
            try:
                with context.wrap_socket(raw, server_side=True) as peer:
                    agreed = peer.selected_alpn_protocol() or "http/1.1"
                    body = ("%s %d" % (agreed, number)).encode()
                    serve_one = serve_http2 if agreed == "h2" else serve_http1
                    serve_one(peer, peer.makefile("rb"), body)
            except OSError:
                pass

        def accept(listener):
            number = 0
            while True:
                raw, _ = listener.accept()
                number += 1
                threading.Thread(target=serve, args=(raw, number), daemon=True).start()

        listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=accept, args=(listener,), daemon=True).start()
        print(listener.getsockname()[1], flush=True)
        sys.stdin.read()
        os._exit(0)
        """
}

/// Runs a body beside an https server and stops the server whatever happens.
func withTLSServer(
    http2: Bool = false,
    names: String = "DNS:localhost,IP:127.0.0.1",
    _ body: (TLSServer) async throws -> Void
) async throws {
    let server = try await offThePool { try TLSServer(http2: http2, names: names) }
    do {
        try await body(server)
    } catch {
        try await offThePool { try server.stop() }
        throw error
    }
    try await offThePool { try server.stop() }
}

/// Does what blocks on a thread of its own, so that no other test waits for it.
private func offThePool<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: work)) }
    }
}

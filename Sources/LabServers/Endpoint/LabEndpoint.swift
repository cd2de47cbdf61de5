/// An endpoint for hooks on loopback: it proves itself, takes and answers calls, and remembers.
package struct LabEndpoint: Sendable {
    /// How an endpoint is set up.
    package struct Configuration: Sendable {
        /// 0: the kernel chooses.
        package var port = 0
        package var auth: EndpointAuth?
        package var mode = EndpointMode.ok
        /// How long the mode `slow` takes.
        package var slowness: Duration = .seconds(5)
        /// Told each request as one line, as it is answered.
        package var onRequest: (@Sendable (String) -> Void)?

        package init() {}
    }

    package let port: Int
    private let server: LoopbackServer

    /// `http://127.0.0.1:PORT`
    package var url: String { "http://127.0.0.1:\(port)" }

    package static func start(
        _ configuration: Configuration = Configuration()
    ) async throws(LabFault) -> LabEndpoint {
        let service = EndpointService(configuration)
        let server = try await LoopbackServer.start(port: configuration.port) { request in
            await service.answer(request)
        }
        return LabEndpoint(port: server.port, server: server)
    }

    /// Closes every connection at once, slow answers too.
    package func stop() async {
        await server.stop()
    }
}

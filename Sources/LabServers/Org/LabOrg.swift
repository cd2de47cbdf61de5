/// An Okta org on loopback.
package struct LabOrg: Sendable {
    package let port: Int
    private let server: LoopbackServer

    /// `http://127.0.0.1:PORT`
    package var url: String { "http://127.0.0.1:\(port)" }

    /// Loads the data file where there is one, binds the port, and serves until `stop()`.
    package static func start(
        _ configuration: Configuration = Configuration()
    ) async throws(LabFault) -> LabOrg {
        let dataFile = configuration.dataPath.map(DataFile.init)
        let world = OrgWorld(dataFile: dataFile)
        if let dataFile, let state = try dataFile.read() {
            do {
                try await world.replace(with: state)
            } catch {
                throw .unusableFile(path: dataFile.path, reason: error.reason)
            }
        }
        if let path = configuration.logPath {
            await world.beginLog(with: try LogFile(path: path).entries(now: await world.now))
        }
        let service = OrgService(world: world, configuration: configuration)
        let server = try await LoopbackServer.start(port: configuration.port) { request in
            await service.answer(request)
        }
        return LabOrg(port: server.port, server: server)
    }

    /// Closes every connection at once, hanging requests too.
    package func stop() async {
        await server.stop()
    }
}

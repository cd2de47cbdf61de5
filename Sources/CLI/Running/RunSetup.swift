import Application
import Glibc
import Ports
import StateBackends

/// One run of a command: its installation, and where its notices go.
struct RunSetup {
    let installation: Installation
    let notices: Notices

    /// - Parameters:
    ///   - connection: The options for the org, if the command has them.
    ///   - lock: The options of the lock, if the command has them.
    init(
        _ options: GlobalOptions, _ connection: ConnectionOptions? = nil,
        lock: LockOptions? = nil
    ) throws {
        let notices = Notices(console: options.console, isVerbose: options.verbose)
        var settings = RunSettings(
            manifest: options.manifestPath, org: options.org,
            variables: try options.variableValues())
        if let connection {
            settings.parallelism = connection.parallelism
            settings.timeout = .seconds(connection.timeout)
        }
        if let lock { settings.lockTimeout = .seconds(lock.lockTimeout.seconds) }
        var host = Host(
            environment: ProcessEnvironment.variables,
            surroundings: ProcessEnvironment.surroundings,
            files: ManifestDisk.files(for: settings.manifest), fileExists: DiskFiles.exists,
            process: RunningProcess(
                version: BuildFacts.version, who: ProcessEnvironment.who, id: Int(getpid()),
                ciRun: ProcessEnvironment.ciRun),
            notify: { notices.take($0) })
        host.openBackend = { declaration async throws(StateBackendError) in
            FaultPoints.wrap(try await StateBackendRegistry.backend(for: declaration))
        }
        self.notices = notices
        installation = Installation(settings, host: host)
    }
}

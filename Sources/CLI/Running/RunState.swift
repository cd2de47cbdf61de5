import Glibc
import Manifests
import Ports
import Reconciling
import Rendering
import State
import StateBackends
import Vocabulary

/// One org's state, as its backend holds it at the beginning of a run.
struct RunState {
    let backend: any StateBackend
    let snapshot: Snapshot
    /// The version that was read; nil when there is no state yet.
    let version: String?

    /// - Parameter planned: the lineage that a saved plan was made with. When there was no state
    ///   then and is none now, the state begins with it, or the plan would fit none that begins.
    init(
        backend: any StateBackend, orgURL: String, lineage planned: String? = nil
    ) async throws {
        self.backend = backend
        let found: VersionedState?
        do throws(StateBackendError) {
            found = try await backend.get()
        } catch {
            throw Failure(error)
        }
        version = found?.version
        guard let found else {
            snapshot = Snapshot(
                lineage: planned ?? ProcessEnvironment.surroundings.newID(), org: orgURL)
            return
        }
        do throws(StateFileError) {
            snapshot = try Snapshot(parsing: found.bytes)
            try snapshot.ensure(org: orgURL)
        } catch {
            let backup = backend.backupPlace.flatMap { DiskFiles.exists($0) ? $0 : nil }
            throw Failure(error, place: backend.place, backup: backup)
        }
    }

    /// Says that another run is at work, whose open steps a plan would take for a crash's.
    func tellOfOtherRun(_ console: Console) async throws {
        do throws(StateBackendError) {
            guard let holder = try await backend.lockHolder() else { return }
            console.say(
                console.errors.visible(
                    "Another run is at work: \(holder.command) by \(holder.who), process "
                        + "\(holder.pid), since \(holder.since). This plan may be outdated by it.")
                    + "\n")
        } catch {
            throw Failure(error)
        }
    }

    func store() -> StateStore {
        StateStore(backend: backend, snapshot: snapshot, version: version)
    }

    /// The backend that a manifest declares for an org.
    static func backend(for workspace: Workspace) throws -> any StateBackend {
        try backend(workspace.manifest.state, org: workspace.org.name)
    }

    static func backend(_ state: StateDeclaration, org: String) throws -> any StateBackend {
        do throws(StateBackendError) {
            switch state.backend {
            case .local(let path):
                let declaration = StateBackendDeclaration(
                    backend: "local", org: org, settings: ["path": path])
                return FaultPoints.wrap(try StateBackendRegistry.backend(for: declaration))
            }
        } catch {
            throw Failure(error)
        }
    }

    /// Holds the state's lock while a body runs, however that ends.
    ///
    /// - Parameter waiting: how long to wait for another run to give it back, and who is told.
    static func locked<Result>(
        _ backend: any StateBackend, command: String,
        waiting: (time: WaitingTime, console: Console)? = nil, _ body: () async throws -> Result
    ) async throws -> Result {
        let holder = LockHolder(
            id: ProcessEnvironment.surroundings.newID(), who: ProcessEnvironment.who,
            pid: Int(getpid()), since: ProcessEnvironment.surroundings.now(), command: command,
            ciRun: ProcessEnvironment.ciRun)
        try await lock(backend, holder, waiting)
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        do throws(StateBackendError) {
            try await backend.unlock()
        } catch {
            if case .success = result { throw Failure(error) }
        }
        return try result.get()
    }

    private static func lock(
        _ backend: any StateBackend, _ holder: LockHolder,
        _ waiting: (time: WaitingTime, console: Console)?
    ) async throws {
        let end = ContinuousClock.now + .seconds(waiting?.time.seconds ?? 0)
        var isTold = false
        while true {
            do throws(StateBackendError) {
                return try await backend.lock(holder)
            } catch {
                guard case .locked(let other) = error, let waiting, ContinuousClock.now < end
                else { throw Failure(error) }
                if !isTold {
                    isTold = true
                    waiting.console.say(
                        waiting.console.errors.visible(
                            "The state is locked by \(other.who), process \(other.pid), running "
                                + "\(other.command); waiting up to \(waiting.time).") + "\n")
                }
            }
            try await Task.sleep(for: min(.seconds(1), ContinuousClock.now.duration(to: end)))
        }
    }
}

import Kinds
package import Planning
import Ports
import Reconciling
package import State
package import Vocabulary

/// Work on the state alone: none of it asks the org.
extension Installation {
    /// Reads the state of the chosen org.
    package func recordedState() async throws(ApplicationError) -> OrgState {
        try await state(of: try workspace(needsResources: false))
    }

    /// Forgets resources; the objects stay in the org.
    package func forget(_ addresses: [Address]) async throws {
        try await editState(command: "state rm") { snapshot throws(ApplicationError) in
            for address in addresses
            where snapshot.resources[address] == nil && snapshot.intents[address] == nil {
                throw .notInState(address, snapshot)
            }
            return addresses.map { .forget($0) }
        }
    }

    /// Gives a resource another address of the same kind.
    package func move(_ from: Address, to: Address) async throws {
        try await editState(command: "state mv") { snapshot throws(ApplicationError) in
            guard snapshot.resources[from] != nil else { throw .notInState(from, snapshot) }
            guard from.kind == to.kind else {
                let meant = Address(kind: from.kind, key: to.key)
                throw .usage(
                    .movedToAnotherKind,
                    [
                        "`\(to)` is not of the kind of `\(from)`."
                            + (meant == from ? "" : " Did you mean `\(meant)`?")
                    ])
            }
            guard snapshot.resources[to] == nil, snapshot.intents[to] == nil else {
                throw .request(.addressTaken, ["The state already holds `\(to)`."])
            }
            return [.move(from: from, to: to)]
        }
    }

    /// Takes a lock away from the run that holds it.
    package func unlock(id: String) async throws(ApplicationError) {
        let backend = try await backend(for: try workspace(needsResources: false))
        try await storing { () async throws(StateBackendError) in
            try await backend.breakLock(id: id)
        }
    }

    private func editState(
        command: String, _ edits: (Snapshot) throws(ApplicationError) -> [StateEdit]
    ) async throws {
        let workspace = try workspace(needsResources: false)
        let url = try url(of: workspace.org)
        let backend = try await backend(for: workspace)
        try await locked(backend, command: command) {
            let state = try await state(in: backend, orgURL: url)
            let edits = try edits(state.snapshot)
            try await storing { () async throws(StateBackendError) in
                try await state.store().commit(edits)
            }
        }
    }
}

extension OrgSession {
    /// Finds what refers to a recorded object; nil if nothing can.
    package func uses(
        of address: Address, _ resource: RecordedResource
    ) async throws(ApplicationError) -> WhereUsed.Finding? {
        try await asking { () async throws(OrgError) in
            try await WhereUsedOperation(org: client).run([address: resource]).findings[address]
        }
    }
}

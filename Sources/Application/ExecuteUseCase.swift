import Catalog
package import JSON
package import Kinds
import Ports
package import Reconciling
import State
package import Vocabulary

/// An inline hook whose endpoint Okta can call.
package struct ExecutableHook: Sendable {
    package let type: String
    /// A payload of the hook's type.
    package let sample: JSONValue
    fileprivate let object: LiveObject
    fileprivate let contract: HookContract
}

/// The result of looking at an inline hook.
package enum ExecutionSubject: Sendable {
    case ready(ExecutableHook)
    case not(ExecuteOperation.Outcome)
}

extension OrgSession {
    private var execution: ExecuteOperation {
        ExecuteOperation(
            org: client, orgURL: url, surroundings: installation.host.surroundings)
    }

    /// Looks at a managed inline hook.
    package func executable(
        _ address: Address, _ kind: ResourceKind
    ) async throws(ApplicationError) -> ExecutionSubject {
        let id = try await state().resource(address, of: workspace.manifest).id
        return try await calling { () async throws(OrgError) in
            switch try await execution.prepare(kind, id: id) {
            case .not(let outcome): return .not(outcome)
            case .ready(let object, let type, let contract, let sample):
                return .ready(
                    ExecutableHook(type: type, sample: sample, object: object, contract: contract))
            }
        }
    }

    /// Has Okta call the hook's endpoint with a payload.
    package func execute(
        _ hook: ExecutableHook, payload: JSONValue
    ) async throws(ApplicationError) -> ExecuteOperation.Outcome {
        try await calling { () async throws(OrgError) in
            try await execution.run(hook.object, hook.contract, payload: payload)
        }
    }

    /// Calls the org for something that no later run looks after.
    private func calling<Answer>(
        _ call: () async throws(OrgError) -> Answer
    ) async throws(ApplicationError) -> Answer {
        do throws(OrgError) {
            return try await call()
        } catch {
            guard case .unavailable(var failure) = error else { throw .org(error) }
            failure.mayHaveHappened = false
            throw .org(.unavailable(failure))
        }
    }
}

import JSON
import Kinds
import Ports

@testable import OktaOrg

/// One of the calls that an org can be asked for, about the hook `who1`.
enum Call: Sendable, CaseIterable {
    case list, read, create, update, lifecycle, delete

    static let writes: [Call] = [.create, .update, .lifecycle, .delete]

    private func make(on org: OktaClient, body: JSONValue) async throws(OrgError) {
        switch self {
        case .list: _ = try await org.list(.eventHook)
        case .read: _ = try await org.read(.eventHook, id: "who1")
        case .create: _ = try await org.create(.eventHook, body: body)
        case .update: _ = try await org.update(.eventHook, id: "who1", body: body)
        case .lifecycle: _ = try await org.call(.activate, .eventHook, id: "who1")
        case .delete: try await org.delete(.eventHook, id: "who1")
        }
    }

    /// Makes the call and gives what it threw; nil when it did not.
    func error(on org: OktaClient, body: JSONValue = [:]) async -> OrgError? {
        do {
            try await make(on: org, body: body)
            return nil
        } catch {
            return error
        }
    }
}

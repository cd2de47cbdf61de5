import JSON
import Kinds
import Planning
import Ports
import Vocabulary

/// One request that changes the org, ready to be sent, and sent again.
struct Write: Sendable {
    var operation: Step.Operation
    /// The object's id; nil for a create.
    var id: String?
    /// What the object is to look like after a create or an update.
    var attributes = Attributes()
    var body: JSONValue = .null

    /// The object as Okta answers it; nil after a delete.
    func send(_ org: any OrgWriter, _ kind: ResourceKind) async throws(OrgError) -> LiveObject? {
        let id = id ?? ""
        switch operation {
        case .create: return try await org.create(kind, body: body)
        case .update: return try await org.update(kind, id: id, body: body)
        case .activate: return try await org.call(.activate, kind, id: id)
        case .deactivate: return try await org.call(.deactivate, kind, id: id)
        case .verify: return try await org.call(.verify, kind, id: id)
        case .delete:
            try await org.delete(kind, id: id)
            return nil
        }
    }
}

import Kinds
import Ports

/// An org of which some kinds were listed a moment ago: for these it is not asked again.
struct ListedOrg: OrgReader {
    let org: any OrgReader
    let kinds: [ResourceKind]
    let objects: [LiveObject]

    func list(_ kind: ResourceKind) async throws(OrgError) -> [LiveObject] {
        guard kinds.contains(kind) else { return try await org.list(kind) }
        return objects.filter { $0.kind == kind }
    }

    func read(_ kind: ResourceKind, id: String) async throws(OrgError) -> LiveObject? {
        guard kinds.contains(kind) else { return try await org.read(kind, id: id) }
        return objects.first { $0.kind == kind && $0.id == id }
    }

    func usage() async -> OrgUsage { await org.usage() }
}

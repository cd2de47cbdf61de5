/// What in the org refers to inline hooks: only as far as it can be listed, and as somebody seeded
/// it. Nothing here makes a hook run.
struct HookUsers: Sendable {
    /// Each with its `policies`, and these with their `rules`.
    var authorizationServers: [LabJSON] = []
    var apps: [LabJSON] = []
    /// Each with its `type` and its `rules`.
    var policies: [LabJSON] = []

    /// The object of that id in a list.
    static func find(_ id: String, in list: [LabJSON], _ type: String) throws(OktaError) -> LabJSON
    {
        guard let found = list.first(where: { $0["id"]?.text == id }) else {
            throw .notFound(id, type)
        }
        return found
    }
}

extension LabJSON {
    /// The elements of a member; none where there is no such member.
    func list(_ key: String) -> [LabJSON] { self[key]?.items ?? [] }

    /// The object without a member, as the API lists it without what is part of it.
    func without(_ key: String) -> LabJSON {
        var copy = self
        copy[key] = nil
        return copy
    }
}

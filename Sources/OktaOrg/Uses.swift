import HTTPTransport
import JSON
package import Kinds
package import Ports

extension OktaClient: UseReader {
    package func uses(in list: UseList) async throws(OrgError) -> [ObjectUse] {
        switch list {
        case .authorizationServerRules: try await authorizationServerUses(list).sorted()
        case .applications: try await applicationUses(list).sorted()
        case .profileEnrollmentRules: try await profileEnrollmentUses(list).sorted()
        }
    }

    /// Servers have policies, and policies have rules; there is no shorter way to a rule.
    private func authorizationServerUses(_ list: UseList) async throws(OrgError) -> [ObjectUse] {
        let root = "/api/v1/authorizationServers"
        return try await ofEach(in: try await items(root, query: "limit=200", list)) {
            (server) throws(OrgError) in
            let outer = server.part("authorization server")
            let path = try await self.path(below: root, outer.id) + "/policies"
            return try await self.ofEach(in: try await self.items(path, list)) {
                (policy) throws(OrgError) in
                let parts = [policy.part("policy"), outer]
                let rules = try await self.path(below: path, parts[0].id) + "/rules"
                return try await self.items(rules, list).compactMap { rule in
                    rule["actions"]?["token"]?["inlineHook"]?["id"]?.string.map {
                        rule.use(of: $0, as: "rule", in: parts)
                    }
                }
            }
        }
    }

    private func applicationUses(_ list: UseList) async throws(OrgError) -> [ObjectUse] {
        try await items("/api/v1/apps", query: "limit=200", list).flatMap { app -> [ObjectUse] in
            let settings = app["settings"]
            var ids =
                settings?["signOn"]?["inlineHooks"]?.array?.compactMap { $0["id"]?.string } ?? []
            if let id = settings?["inlineHookId"]?.string { ids.append(id) }
            return ids.map { app.use(of: $0, as: "app", in: []) }
        }
    }

    private func profileEnrollmentUses(_ list: UseList) async throws(OrgError) -> [ObjectUse] {
        let root = "/api/v1/policies"
        return try await ofEach(in: try await items(root, query: "type=PROFILE_ENROLLMENT", list)) {
            (policy) throws(OrgError) in
            let outer = policy.part("profile enrolment policy")
            let rules = try await self.path(below: root, outer.id) + "/rules"
            return try await self.items(rules, list).flatMap { rule -> [ObjectUse] in
                let hooks = rule["actions"]?["profileEnrollment"]?["preRegistrationInlineHooks"]
                return (hooks?.array ?? []).compactMap { $0["inlineHookId"]?.string }
                    .map { rule.use(of: $0, as: "rule", in: [outer]) }
            }
        }
    }

    private func items(
        _ path: String, query: String = "", _ list: UseList
    ) async throws(OrgError) -> [JSONValue] {
        try await pages(path, query: query, of: path, scopes: [list.scope]) {
            (response) throws(MalformedAnswer) in
            try response.items()
        }
    }

    /// What a look at each item gives, all at once; the first failure is everybody's.
    private nonisolated func ofEach(
        in items: [JSONValue],
        _ look: @escaping @Sendable (JSONValue) async throws(OrgError) -> [ObjectUse]
    ) async throws(OrgError) -> [ObjectUse] {
        let result = await withTaskGroup(of: Result<[ObjectUse], OrgError>.self) { group in
            for item in items {
                group.addTask {
                    do throws(OrgError) {
                        return .success(try await look(item))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            var uses: [ObjectUse] = []
            for await found in group {
                switch found {
                case .success(let more): uses += more
                case .failure: return found
                }
            }
            return .success(uses)
        }
        return try result.get()
    }
}

extension JSONValue {
    fileprivate func part(_ noun: String) -> ObjectUse.Part {
        let id = self["id"]?.string ?? ""
        return ObjectUse.Part(
            noun, name: (self["label"] ?? self["name"])?.string ?? id, id: id)
    }

    fileprivate func use(
        of object: String, as noun: String, in parts: [ObjectUse.Part]
    ) -> ObjectUse {
        ObjectUse(
            object: object, parts: [part(noun)] + parts,
            isActive: self["status"]?.string != "INACTIVE")
    }
}

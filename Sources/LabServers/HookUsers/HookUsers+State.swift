extension HookUsers: OrgCollection {
    static let stateKey = "hookUsers"

    var state: LabJSON {
        [
            "authorizationServers": .array(authorizationServers), "apps": .array(apps),
            "policies": .array(policies),
        ]
    }

    /// Takes the objects as the API would list them, with their policies and rules in them; an id, a
    /// name and a status are given to those that have none.
    init(state: LabJSON, now: Timestamp) throws(StateFault) {
        self.init()
        guard let members = state.members else { throw StateFault("hookUsers is not an object") }
        for member in members {
            switch member.key {
            case "authorizationServers":
                authorizationServers = try Self.objects(member.value, member.key, "aus") {
                    server throws(StateFault) in
                    try Self.nest("policies", of: &server, "00p") { policy throws(StateFault) in
                        try Self.nest("rules", of: &policy, "0pr") { _ in }
                    }
                }
            case "apps": apps = try Self.objects(member.value, member.key, "0oa") { _ in }
            case "policies":
                policies = try Self.objects(member.value, member.key, "00p") {
                    policy throws(StateFault) in
                    try Self.nest("rules", of: &policy, "0pr") { _ in }
                }
            default: throw StateFault("hookUsers has no \(member.key)")
            }
        }
    }

    private static func nest(
        _ key: String, of object: inout LabJSON, _ prefix: String,
        _ complete: (inout LabJSON) throws(StateFault) -> Void
    ) throws(StateFault) {
        object[key] = .array(try objects(object[key] ?? [], key, prefix, complete))
    }

    private static func objects(
        _ list: LabJSON, _ key: String, _ prefix: String,
        _ complete: (inout LabJSON) throws(StateFault) -> Void
    ) throws(StateFault) -> [LabJSON] {
        guard let items = list.items else { throw StateFault("\(key) is not an array") }
        var objects: [LabJSON] = []
        for item in items {
            guard item.members != nil else { throw StateFault("\(key) holds what is no object") }
            var object = item
            let id = object["id"]?.text ?? Identifiers.object(prefix)
            object["id"] = .string(id)
            if object["name"] == nil { object["name"] = .string(id) }
            if object["status"] == nil { object["status"] = "ACTIVE" }
            try complete(&object)
            objects.append(object)
        }
        return objects
    }
}

import JSON
import Vocabulary

extension Snapshot {
    /// Reads what `bytes()` writes, and nothing else: a wrong type, a missing member and an unknown
    /// one are all damage, since a file that is read in part is written back in part.
    package init(parsing bytes: [UInt8]) throws(StateFileError) {
        let value: JSONValue
        do throws(JSONParseError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .damaged(error.description)
        }
        let top = try StateMembers(value, at: "")
        // Name and version come before all else: a later version may look any way it likes.
        guard try top.text("format") == Self.formatName else {
            throw top.damaged("format", "expected \"\(Self.formatName)\"")
        }
        let version = try top.count("version")
        guard version <= Self.formatVersion else { throw .newer(version: version) }
        guard version >= 1 else { throw top.damaged("version", "there is no such version") }
        try top.allowOnly(["format", "version", "lineage", "serial", "org", "resources"])

        self.init(
            lineage: try top.filledText("lineage"), serial: try top.count("serial"),
            org: try top.filledText("org"))
        let entries = try StateMembers(try top.member("resources"), at: "resources")
        var ids: Set<String> = []
        for (key, value) in entries.all {
            guard let address = Address(key) else {
                throw entries.damaged(key, "expected an address such as event_hook.leavers")
            }
            let entry = try StateMembers(value, at: entries.place(of: key))
            try entry.allowOnly(
                ["id", "attributes", "verified", "last_updated", "public_key", "intent"])
            let resource = try RecordedResource(entry)
            if let id = resource?.id, !ids.insert(id).inserted {
                throw entry.damaged("id", "another address has the same")
            }
            resources[address] = resource
            intents[address] = try Intent(in: entry, version: version)
        }
    }
}

extension RecordedResource {
    /// Reads an address's entry; nil when it has no object yet, but only an intent.
    fileprivate init?(_ entry: StateMembers) throws(StateFileError) {
        guard entry.has("id") else {
            try entry.allowOnly(["intent"], "there is no id beside it")
            guard entry.has("intent") else { throw entry.damaged("id", "missing") }
            return nil
        }
        self.init(
            id: try entry.filledText("id"), attributes: try entry.attributes("attributes"),
            isVerified: try entry.optionalTruth("verified"),
            lastUpdated: try entry.optionalText("last_updated"),
            publicKey: try PublicKey(in: entry))
    }
}

extension PublicKey {
    /// Reads an address's public key, or the name alone of one whose numbers were never seen.
    fileprivate init?(in entry: StateMembers) throws(StateFileError) {
        guard entry.has("public_key") else { return nil }
        let json = try entry.member("public_key")
        let key = try StateMembers(json, at: entry.place(of: "public_key"))
        try key.allowOnly(["kty", "use", "alg", "kid", "e", "n"])
        self.init(id: try key.filledText("kid"))
        guard json.object?.count != 1 else { return }
        guard let whole = PublicKey(okta: json), whole.jwk == json else {
            throw entry.damaged("public_key", "expected a JWK of an RSA key, or its kid alone")
        }
        self = whole
    }
}

extension Intent {
    /// Reads an address's open intent; nil when there is none.
    fileprivate init?(in entry: StateMembers, version: Int) throws(StateFileError) {
        guard entry.has("intent") else { return nil }
        let intent = try StateMembers(try entry.member("intent"), at: entry.place(of: "intent"))
        let new: Set<String> = version > 1 ? ["last_updated"] : []
        try intent.allowOnly(new.union(["operation", "id", "attributes", "time"]))
        guard let operation = Operation(rawValue: try intent.text("operation")),
            version > 1 || operation != .replace
        else {
            throw intent.damaged("operation", "there is no such operation")
        }
        self.init(
            operation: operation, id: try intent.optionalText("id"),
            attributes: try intent.attributes("attributes"), time: try intent.text("time"),
            lastUpdated: try intent.optionalText("last_updated"))
    }
}

import JSON
import Vocabulary

extension Snapshot {
    /// What the format is called in the file, so that no other JSON is taken for a state.
    static let formatName = "tenterhook-state"
    /// The format's version; grows when an older release could no longer read the file rightly.
    static let formatVersion = 2

    /// The state as text: pretty-printed, sorted, with a line end. The same snapshot always gives
    /// the same bytes, so that a difference between two files is one between two states.
    package func bytes() -> [UInt8] {
        json.bytes(.pretty, sorted: true) + [UInt8(ascii: "\n")]
    }

    private var json: JSONValue {
        var entries = JSONObject()
        for address in Set(resources.keys).union(intents.keys) {
            // An address that only a create has named has an intent and no more.
            var entry = resources[address]?.json ?? JSONObject()
            entry["intent"] = intents[address]?.json
            entries[address.description] = .object(entry)
        }
        return [
            "format": .string(Self.formatName),
            "version": .number(JSONNumber(Self.formatVersion)),
            "lineage": .string(lineage),
            "serial": .number(JSONNumber(serial)),
            "org": .string(org),
            "resources": .object(entries),
        ]
    }
}

extension RecordedResource {
    fileprivate var json: JSONObject {
        var object: JSONObject = ["id": .string(id), "attributes": attributes.json]
        object["verified"] = isVerified.map { .bool($0) }
        object["last_updated"] = lastUpdated.map { .string($0) }
        object["public_key"] = publicKey.map { $0.jwk ?? ["kid": .string($0.id)] }
        return object
    }
}

extension Intent {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "operation": .string(operation.rawValue), "attributes": attributes.json,
            "time": .string(time),
        ]
        object["id"] = id.map { .string($0) }
        object["last_updated"] = lastUpdated.map { .string($0) }
        return .object(object)
    }
}

import JSON
import Kinds
import State
import Vocabulary

extension StateListView {
    /// The resources as an array sorted by address.
    var json: JSONValue {
        .array(
            addresses.map { address in
                var object = identity(address, snapshot.resources[address])
                object["intent"] =
                    snapshot.intents[address].map {
                        ["operation": .string($0.operation.rawValue), "time": .string($0.time)]
                    } ?? .null
                return .object(object)
            })
    }
}

extension ResourceView {
    /// The resource in the wire's shape. A secret is null, and `true` in the mirror beside it.
    var json: JSONValue {
        let shape = wireShapes(before: resource.attributes, after: Attributes(), kind: kind).before
        var object = identity(address, resource)
        object["last_updated"] = resource.lastUpdated.map { .string($0) } ?? .null
        object["attributes"] = .object(shape.value)
        object["sensitive"] = .object(shape.sensitive)
        if let uses { object["where_used"] = uses.json }
        if kind?.publicHalf != nil { object["public_key"] = resource.publicKey?.jwk ?? .null }
        return .object(object)
    }
}

private func identity(_ address: Address, _ resource: RecordedResource?) -> JSONObject {
    [
        "address": .string(address.description),
        "kind": .string(address.kind),
        "id": resource.map { .string($0.id) } ?? .null,
        "verified": resource?.isVerified.map { .bool($0) } ?? .null,
    ]
}

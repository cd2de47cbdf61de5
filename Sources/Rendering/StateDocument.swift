package import JSON
package import Kinds
package import Planning
package import State
package import Vocabulary

/// What is recorded, as JSON: an array sorted by address.
package func stateListDocument(_ snapshot: Snapshot) -> JSONValue {
    let addresses = Set(snapshot.resources.keys).union(snapshot.intents.keys).sorted()
    return .array(
        addresses.map { address in
            let resource = snapshot.resources[address]
            var object = identity(address, resource)
            object["intent"] =
                snapshot.intents[address].map {
                    ["operation": .string($0.operation.rawValue), "time": .string($0.time)]
                } ?? .null
            return .object(object)
        })
}

/// What is recorded of one resource, as JSON in the wire's shape. A secret is null, and `true` in
/// the mirror beside it.
package func stateShowDocument(
    _ address: Address, _ resource: RecordedResource, kind: ResourceKind?,
    use: WhereUsed.Finding? = nil
) -> JSONValue {
    let shape = wireShapes(before: resource.attributes, after: Attributes(), kind: kind).before
    var object = identity(address, resource)
    object["last_updated"] = resource.lastUpdated.map { .string($0) } ?? .null
    object["attributes"] = .object(shape.value)
    object["sensitive"] = .object(shape.sensitive)
    if let use { object["where_used"] = UseView(head: "where used", finding: use).json }
    if kind?.publicHalf != nil { object["public_key"] = resource.publicKey?.jwk ?? .null }
    return .object(object)
}

private func identity(_ address: Address, _ resource: RecordedResource?) -> JSONObject {
    [
        "address": .string(address.description),
        "kind": .string(address.kind),
        "id": resource.map { .string($0.id) } ?? .null,
        "verified": resource?.isVerified.map { .bool($0) } ?? .null,
    ]
}

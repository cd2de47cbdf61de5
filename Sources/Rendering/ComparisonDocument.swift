package import JSON
import Kinds
package import Planning
import Vocabulary

/// What differs between two orgs, for programs. Every list of two is in the order of `orgs`; a secret
/// is null.
package func comparisonDocument(_ comparison: Comparison) -> JSONValue {
    [
        "orgs": .array(
            comparison.orgs.map { ["name": .string($0.name), "url": .string($0.url)] }),
        "same": .number(JSONNumber(comparison.same)),
        "in_neither": .number(JSONNumber(comparison.inNeither)),
        "differences": .array(comparison.differences.map(document)),
    ]
}

private func document(_ difference: Comparison.Difference) -> JSONValue {
    let kind = KindRegistry.kind(of: difference.address)
    return [
        "address": .string(difference.address.description),
        "presence": .array(difference.presence.map { .string($0.rawValue) }),
        "declared": .array(difference.isDeclared.map { .bool($0) }),
        "verified": difference.verified.isEmpty
            ? nil : .array(difference.verified.map { .bool($0) }),
        "attributes": .array(difference.values.map { document($0, kind: kind) }),
    ]
}

private func document(_ value: Comparison.Value, kind: ResourceKind?) -> JSONValue {
    let isSecret = value.sides.contains { $0.value?.isSensitive == true }
    return [
        "path": .string(value.path.description),
        "name": .string(AttributeRow.label(value.path, kind: kind)),
        "sensitive": .bool(isSecret),
        "same_meaning": .bool(value.meansTheSame(to: kind)),
        "values": .array(value.sides.map { isSecret ? nil : document($0.value) }),
        "as_declared": .array(
            value.sides.map { side in side.isAsDeclared.map { .bool($0) } ?? .null }),
    ]
}

/// A value; a reference as the address that it leads to.
private func document(_ value: AttributeValue?) -> JSONValue {
    guard let value else { return .null }
    return value.reference.map { .string($0.description) } ?? value.json
}

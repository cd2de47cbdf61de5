import JSON
import Planning
import Vocabulary

extension ComparisonView {
    /// The differences for programs. Every list of two is in the order of `orgs`; a secret is null.
    var json: JSONValue {
        [
            "orgs": .array(
                comparison.orgs.map { ["name": .string($0.name), "url": .string($0.url)] }),
            "same": .number(JSONNumber(comparison.same)),
            "in_neither": .number(JSONNumber(comparison.inNeither)),
            "differences": .array(differences.map(\.json)),
        ]
    }
}

extension DifferenceView {
    fileprivate var json: JSONValue {
        [
            "address": .string(difference.address.description),
            "presence": .array(difference.presence.map { .string($0.rawValue) }),
            "declared": .array(difference.isDeclared.map { .bool($0) }),
            "verified": difference.verified.isEmpty
                ? nil : .array(difference.verified.map { .bool($0) }),
            "attributes": .array(values.map(\.json)),
        ]
    }
}

extension DifferingValue {
    fileprivate var json: JSONValue {
        [
            "path": .string(value.path.description),
            "name": .string(label),
            "sensitive": .bool(isSecret),
            "same_meaning": .bool(meansTheSame),
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
}

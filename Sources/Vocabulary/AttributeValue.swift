package import JSON

/// One value of an object, as the planner, the state and a saved plan may know it: never a secret.
package enum AttributeValue: Hashable, Sendable {
    case text(String)
    /// A set of names; sorted and without repeats, so that equality is the set's.
    case names([String])
    /// A secret, known by its fingerprint alone.
    case secret(Fingerprint)
    /// There is a value, and nobody here knows it: write-only at the API and never written by us.
    case unknown
    /// The id of the object at an address, which gets its id only when the plan is applied.
    case reference(Address)

    /// A set of names from a list in any order.
    package static func set(of names: some Sequence<String>) -> AttributeValue {
        let names = Array(names)
        // Sorted already is the rule: so we write them, and so they are read again.
        let isSet = zip(names, names.dropFirst()).allSatisfy { $0 < $1 }
        return .names(isSet ? names : Set(names).sorted())
    }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
    /// The address whose object's id it is to be; nil for a value that is known.
    package var reference: Address? {
        if case .reference(let address) = self { address } else { nil }
    }
    package var names: [String]? {
        if case .names(let names) = self { names } else { nil }
    }
    /// Whether the value must be shown masked.
    package var isSensitive: Bool {
        switch self {
        case .text, .names, .reference: false
        case .secret, .unknown: true
        }
    }
}

extension AttributeValue {
    /// A text as a string, names as an array, a secret as `{"fingerprint": …}`, the unknown as
    /// `{"unknown": true}`, a reference as `{"reference": ADDRESS}`.
    package var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .names(let names): .array(names.map { .string($0) })
        case .secret(let fingerprint): ["fingerprint": .string(fingerprint.description)]
        case .unknown: ["unknown": true]
        case .reference(let address): ["reference": .string(address.description)]
        }
    }

    /// Reads what `json` writes; nil for anything else.
    package init?(json: JSONValue) {
        switch json {
        case .string(let text): self = .text(text)
        case .array(let items):
            let names = items.compactMap(\.string)
            guard names.count == items.count else { return nil }
            self = .set(of: names)
        case .object(let object):
            if let text = object["fingerprint"]?.string, let print = Fingerprint(text) {
                self = .secret(print)
            } else if object["unknown"]?.bool == true {
                self = .unknown
            } else if let text = object["reference"]?.string, let address = Address(text) {
                self = .reference(address)
            } else {
                return nil
            }
        case .null, .bool, .number: return nil
        }
    }
}

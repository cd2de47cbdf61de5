package import Kinds
package import Vocabulary

/// Okta's facts about the objects of a kind that have a certain value in one of their attributes.
package struct ObjectType: Sendable {
    package let kind: ResourceKind
    /// The attribute's wire path, such as `type`.
    package let attribute: String
    package let value: String
    /// The effect of an object that is missing or inactive; nil if there is none.
    package let outage: Outage?
    /// Where Okta lists the uses of an object; nil if nothing can use one.
    package let use: Use?
    /// The requests that Okta sends to the object's endpoint, and the responses that it accepts; nil
    /// if Okta can't be asked to call the endpoint.
    package let contract: HookContract?

    init(
        _ kind: ResourceKind, _ attribute: String, _ value: String, outage: Outage? = nil,
        use: Use? = nil, contract: HookContract? = nil
    ) {
        self.kind = kind
        self.attribute = attribute
        self.value = value
        self.outage = outage
        self.use = use
        self.contract = contract
    }
}

/// The effect of an object that is missing or doesn't respond.
package struct Outage: Hashable, Sendable {
    /// Whether it stops people, rather than only leaving out what the object adds.
    package let isBlocking: Bool
    /// Half a sentence that goes with "while it is gone": `nobody can register`.
    package let effect: String
}

/// Where Okta lists the uses of an object.
package enum Use: Hashable, Sendable {
    /// The list that holds everything that refers to the object.
    case listed(UseList)
    /// Nothing refers to the object by its id; a sentence names its uses.
    case unlisted(String)
}

package enum ObjectTypes {
    /// The types of all kinds.
    package static let all: [ObjectType] = inlineHookTypes

    /// The type of an object with these attributes; nil if the catalog doesn't have it.
    package static func type(of kind: ResourceKind, _ values: Attributes) -> ObjectType? {
        all.first { $0.kind == kind && values[$0.attribute]?.text == $0.value }
    }
}

extension ResourceKind {
    /// The effect of an object with these attributes being missing or inactive.
    package func outage(of values: Attributes) -> Outage? {
        ObjectTypes.type(of: self, values)?.outage
    }

    /// Where Okta lists the uses of an object with these attributes; nil if nothing can use it.
    package func use(of values: Attributes) -> Use? {
        ObjectTypes.type(of: self, values)?.use
    }

    /// The type of an object with these attributes, and the contract with its endpoint; nil if the
    /// catalog has none.
    package func contract(of values: Attributes) -> (type: String, contract: HookContract)? {
        guard let type = ObjectTypes.type(of: self, values), let contract = type.contract
        else { return nil }
        return (type.value, contract)
    }

    /// Whether Okta can be asked to call an object's endpoint with a payload of ours.
    package var isExecutable: Bool {
        ObjectTypes.all.contains { $0.kind == self && $0.contract != nil }
    }
}

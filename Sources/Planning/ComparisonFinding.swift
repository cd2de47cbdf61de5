import Kinds
import State
package import Vocabulary

extension Comparison {
    /// Compares what two orgs have at the same addresses.
    ///
    /// Where a value is on both sides what the manifest declares there, the orgs differ by their vars
    /// at most. Otherwise it is a difference, unless both values are the same and are meant to be.
    /// Ids of other objects are compared by the addresses of these.
    ///
    /// - Parameter targets: the addresses to look at; empty for all.
    package static func of(
        _ first: ComparedOrg, _ second: ComparedOrg, targets: [Address] = []
    ) -> Comparison {
        let views = [ComparedView(first), ComparedView(second)]
        let all = Set(views.flatMap(\.addresses)).sorted()
        let chosen = targets.isEmpty ? all : all.filter { targets.contains($0) }
        var differences: [Difference] = []
        var same = 0
        var inNeither = 0
        for address in chosen {
            let sides = views.map { $0.side(address) }
            if let difference = difference(address, sides[0], sides[1]) {
                differences.append(difference)
            } else if sides.allSatisfy({ $0.presence == .there }) {
                same += 1
            } else {
                inNeither += 1
            }
        }
        return Comparison(
            orgs: [first, second].map { Org(name: $0.name, url: $0.url) },
            differences: differences, same: same, inNeither: inNeither)
    }

    private static func difference(
        _ address: Address, _ first: ComparedSide, _ second: ComparedSide
    ) -> Difference? {
        guard first.presence == .there, second.presence == .there else {
            if first.presence == second.presence { return nil }
            return Difference(
                address: address, presence: [first.presence, second.presence],
                isDeclared: [first.desired != nil, second.desired != nil], values: [], verified: [])
        }
        let values = values(address, first, second)
        let verified = [first.isVerified, second.isVerified].compactMap { $0 }
        let differsInVerification = Set(verified).count > 1
        // An object that the manifest declares for one of them only is a difference by itself.
        let isDeclared = [first.desired != nil, second.desired != nil]
        if values.isEmpty, !differsInVerification, isDeclared[0] == isDeclared[1] { return nil }
        return Difference(
            address: address, presence: [.there, .there], isDeclared: isDeclared, values: values,
            verified: differsInVerification ? verified : [])
    }

    private static func values(
        _ address: Address, _ first: ComparedSide, _ second: ComparedSide
    ) -> [Value] {
        guard let kind = KindRegistry.kind(of: address) else { return [] }
        let values = first.attributes.paired(with: second.attributes).compactMap {
            path, a, b -> Value? in
            if first.ignores(path) || second.ignores(path) { return nil }
            let wanted = [first.wanted(path), second.wanted(path)]
            let isAsDeclared = [
                wanted[0].flatMap { $0.isMet(by: a, at: path, of: kind) },
                wanted[1].flatMap { $0.isMet(by: b, at: path, of: kind) },
            ]
            if isAsDeclared == [true, true] { return nil }
            // Each org has secrets of its own: what counts is that they are there and not moved.
            if let a, let b, a.isSensitive, b.isSensitive, !isAsDeclared.contains(false) {
                return nil
            }
            let isMeantToBeTheSame = wanted[0] == wanted[1] || isAsDeclared.contains(nil)
            if isMeantToBeTheSame, kind.same(path, a, b) { return nil }
            return Value(
                path: path,
                sides: [
                    Side(value: a, isAsDeclared: isAsDeclared[0]),
                    Side(value: b, isAsDeclared: isAsDeclared[1]),
                ])
        }
        // In the order in which people see attributes; the entries of one are sorted already.
        return kind.attributes.flatMap { attribute in
            values.filter { $0.path.attribute == attribute.path }
        }
    }
}

/// One org's side of one address.
private struct ComparedSide {
    /// What an attribute is to be; the value is nil for one that is to be empty.
    struct Wanted: Hashable {
        let value: AttributeValue?

        /// Whether a value is the wanted one; nil where a secret was never seen.
        func isMet(
            by actual: AttributeValue?, at path: AttributePath, of kind: ResourceKind
        ) -> Bool? {
            if value == .unknown, actual?.isSensitive == true { return nil }
            return kind.same(path, actual, value)
        }
    }

    let presence: Comparison.Presence
    let desired: DesiredResource?
    let attributes: Attributes
    let isVerified: Bool?

    func ignores(_ path: AttributePath) -> Bool {
        desired?.lifecycle.ignoreChanges.contains(path.attribute) == true
    }

    /// What the manifest wants of a path; nil where it does not speak of it.
    func wanted(_ path: AttributePath) -> Wanted? {
        guard let desired, desired.declared.contains(path.attribute) else { return nil }
        return Wanted(value: desired.attributes[path])
    }
}

/// One org by addresses, ids of other objects replaced by their addresses.
private struct ComparedView {
    private let desired: [Address: DesiredResource]
    private let recorded: [Address: RecordedResource]
    private let live: [String: LiveObject]
    private let owners: [String: Address]

    init(_ org: ComparedOrg) {
        desired = Dictionary(org.desired.map { ($0.address, $0) }) { first, _ in first }
        recorded = org.recorded.resources
        live = Dictionary(org.live.map { ($0.id, $0) }) { first, _ in first }
        owners = Dictionary(
            recorded.map { ($0.value.id, $0.key) }.sorted { $0.1 < $1.1 },
            uniquingKeysWith: { first, _ in first })
    }

    var addresses: Set<Address> { Set(desired.keys).union(recorded.keys) }

    func side(_ address: Address) -> ComparedSide {
        let known = recorded[address]
        let object = known.flatMap { live[$0.id] }
        let presence: Comparison.Presence =
            object != nil
            ? .there : known != nil ? .deleted : desired[address] != nil ? .notApplied : .none
        return ComparedSide(
            presence: presence, desired: desired[address],
            attributes: object.map { named($0, recorded: known?.attributes) } ?? Attributes(),
            isVerified: object?.isVerified)
    }

    /// An object's attributes with addresses in place of the ids of other objects. A value that
    /// cannot be read is taken to be the recorded one.
    private func named(_ object: LiveObject, recorded: Attributes?) -> Attributes {
        let references = Set(object.kind.references.map(\.path))
        return object.attributes.mapValues { path, value in
            if value == .unknown { return recorded?[path] ?? value }
            guard references.contains(path.attribute),
                let owner = value.text.flatMap({ owners[$0] })
            else { return value }
            return .reference(owner)
        }
    }
}

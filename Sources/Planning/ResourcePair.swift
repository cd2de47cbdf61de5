import Kinds
import State
import Vocabulary

/// One address with its three sides; at least one of desired and recorded is there.
struct ResourcePair {
    let address: Address
    let kind: ResourceKind
    let desired: DesiredResource?
    let recorded: RecordedResource?
    /// The object whose id is recorded.
    let live: LiveObject?
    /// The address that it is recorded under, where that is another one.
    let previous: Address?
    /// Whether the manifest says that it is to be forgotten.
    let isRemoved: Bool

    /// The live attributes, with what cannot be read filled in from what was recorded: a write-only
    /// value is taken to be the one that was written last.
    let liveAttributes: Attributes

    init(
        address: Address, kind: ResourceKind, desired: DesiredResource?,
        recorded: RecordedResource?, live: LiveObject?, previous: Address?, isRemoved: Bool
    ) {
        self.address = address
        self.kind = kind
        self.desired = desired
        self.recorded = recorded
        self.live = live
        self.previous = previous
        self.isRemoved = isRemoved
        liveAttributes =
            live?.attributes.mapValues { path, value in
                value == .unknown ? recorded?.attributes[path] ?? .unknown : value
            } ?? Attributes()
    }

    /// Every address that is desired or recorded, sorted.
    static func all(of input: PlanInput, diagnostics: inout [Diagnostic]) -> [ResourcePair] {
        let desired = Dictionary(input.desired.map { ($0.address, $0) }) { first, _ in first }
        let live = Dictionary(input.live.map { ($0.id, $0) }) { first, _ in first }
        let addresses = Set(desired.keys).union(input.recorded.resources.keys).sorted()
        for target in input.targets where !addresses.contains(target) {
            diagnostics.append(.unknownTarget(target, among: addresses))
        }
        return addresses.compactMap { address in
            guard let kind = KindRegistry.kind(of: address) else {
                diagnostics.append(
                    Diagnostic(
                        .error, .unknownKindInState,
                        detail: "The state holds `\(address)`, and this version of Tenterhook "
                            + "knows no kind of that name. Use the version that wrote it."))
                return nil
            }
            let recorded = input.recorded.resources[address]
            return ResourcePair(
                address: address, kind: kind,
                desired: desired[address]?.withReferences { reference in
                    input.recorded.resources[reference].flatMap { live[$0.id]?.id }
                }, recorded: recorded, live: recorded.flatMap { live[$0.id] },
                previous: input.previous[address], isRemoved: input.removed.contains(address))
        }
    }

    /// The paths at which two sides mean different things to Okta, sorted.
    ///
    /// A secret that nobody has seen differs from none: whether it is the same is not known.
    func differences(_ before: Attributes, _ after: Attributes) -> [Difference] {
        // By far the most often, and quickly seen.
        let isSame = before.entries.elementsEqual(after.entries) { old, new in
            old.path == new.path && kind.same(old.path, old.value, new.value)
        }
        if isSame { return [] }
        return before.paired(with: after).compactMap { path, old, new in
            if kind.same(path, old, new) { return nil }
            if old == .unknown, case .secret? = new { return nil }
            if new == .unknown, case .secret? = old { return nil }
            return Difference(path: path, before: old, after: new)
        }
    }
}

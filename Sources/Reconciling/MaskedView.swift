package import Kinds
package import Planning
package import State
package import Vocabulary

/// The live and the recorded side as the manifest's secrets let them be seen.
package struct MaskedView: Sendable {
    let masking: Masking
    private let desired: [Address: DesiredResource]
    private let snapshot: Snapshot

    package init(masking: Masking, desired: [DesiredResource], snapshot: Snapshot) {
        self.masking = masking
        self.desired = Dictionary(
            desired.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        self.snapshot = snapshot
    }

    /// Settles open intents; tells each in words.
    func settle(_ snapshot: inout Snapshot, _ objects: [LiveObject]) async -> [String] {
        var views: [Address: [LiveObject]] = [:]
        let candidates = Candidates(objects)
        for (address, intent) in snapshot.intents {
            var view: [LiveObject] = []
            for object in candidates.objects(for: intent, at: address) {
                // What was announced may not have happened, and then the object is as recorded.
                let recorded = snapshot.resources[address]?.attributes ?? Attributes()
                view.append(
                    await masked(object, at: address, recorded: [intent.attributes, recorded]))
            }
            views[address] = view
        }
        let outcomes = IntentSettlement.settle(
            &snapshot, live: { views[$0] ?? [] }, desired: { desired[$0]?.attributes })
        let unsent = outcomes.filter { !$0.happened }
        // A run announces all its changes at once, and may have sent few of them.
        let isLong = unsent.count > Self.mostUnsentLines
        let lines = outcomes.filter { $0.happened || !isLong }.map { outcome in
            "\(outcome.address): the last run did not get to know whether its "
                + "\(outcome.operation.rawValue) was done; it "
                + (outcome.happened ? "was." : "was not.")
        }
        return lines
            + (isLong
                ? ["\(unsent.count) changes that the interrupted run announced did not happen."]
                : [])
    }

    /// The most changes that are listed although they did not happen.
    private static let mostUnsentLines = 5

    /// The objects that an announcement may be about.
    private struct Candidates {
        private let all: [LiveObject]
        private var byID: [String: LiveObject] = [:]
        private var byName: [String: [LiveObject]] = [:]

        init(_ objects: [LiveObject]) {
            all = objects
            for object in objects {
                byID[object.id] = object
                byName[object.name, default: []].append(object)
            }
        }

        /// The object with the announced id, and those with the announced name.
        func objects(for intent: Intent, at address: Address) -> [LiveObject] {
            let unique = KindRegistry.kind(of: address)?.uniqueAttribute
            let name = unique.flatMap { intent.attributes[$0] }
            // A name that is a secret can't be told before the objects are masked.
            if let name, name.text == nil { return all.filter { $0.kind.name == address.kind } }
            let held = intent.id.flatMap { byID[$0] }.map { [$0] } ?? []
            let named = (name?.text).flatMap { byName[$0] } ?? []
            return (held + named.filter { $0.id != intent.id })
                .filter { $0.kind.name == address.kind }
        }
    }

    /// Every object, masked under the address that holds it, and the state in the same terms.
    package func masked(
        _ objects: [LiveObject], recorded: Snapshot
    ) async -> (live: [LiveObject], recorded: Snapshot) {
        var owners: [String: Address] = [:]
        for (address, resource) in recorded.resources { owners[resource.id] = address }
        var live: [LiveObject] = []
        var state = recorded
        for object in objects {
            guard let address = owners[object.id], let known = recorded.resources[address] else {
                live.append(object)
                continue
            }
            let seen = await masked(object, at: address, recorded: [known.attributes])
            live.append(seen)
            state.resources[address]?.attributes = await masking.recorded(
                known.attributes, desired: desired[address], live: seen.attributes)
        }
        return (live, state)
    }

    /// One object, masked as it stands under an address.
    package func masked(
        _ object: LiveObject, at address: Address, recorded: [Attributes]
    ) async -> LiveObject {
        var result = object
        result.attributes = await masking.live(
            object.attributes, address: address, desired: desired[address], recorded: recorded)
        return result
    }
}

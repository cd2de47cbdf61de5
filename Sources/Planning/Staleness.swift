import Kinds
package import Vocabulary

/// The first way in which a saved plan no longer fits the world; apply refuses it with these words.
package enum Staleness: Hashable, Sendable {
    case otherOrg(planned: String, now: String)
    case manifestEdited
    case stateMoved(planned: Int, now: Int)
    case otherState
    /// A live object is not what it was: the address and what of it moved.
    case moved(Address, String)
    /// A secret that the manifest refers to has another value now.
    case secretChanged(Address, AttributePath)
    /// Planned again, it would do other changes.
    case otherChanges(Address)

    /// Compares a saved plan with one made again from the same manifest just now.
    package static func of(_ saved: Plan, against now: Plan) -> Staleness? {
        if saved.orgURL != now.orgURL || saved.orgName != now.orgName {
            return .otherOrg(planned: saved.orgURL, now: now.orgURL)
        }
        if saved.manifestDigest != now.manifestDigest { return .manifestEdited }
        if saved.stateLineage != now.stateLineage { return .otherState }
        if saved.stateSerial != now.stateSerial {
            return .stateMoved(planned: saved.stateSerial, now: now.stateSerial)
        }
        let addresses = Set(saved.changes.map(\.address)).union(now.changes.map(\.address)).sorted()
        for address in addresses {
            let old = saved.changes.first { $0.address == address }
            let new = now.changes.first { $0.address == address }
            guard old != new else { continue }
            guard let old, let new else {
                // A resource that was to stay as it is and is to be changed now, or the reverse.
                let change = old ?? new
                return change.flatMap(secretThatDiffers).map { .secretChanged(address, $0) }
                    ?? .otherChanges(address)
            }
            if let path = firstDifference(old.before, new.before) {
                return .moved(address, path.description)
            }
            if old.wasVerified != new.wasVerified { return .moved(address, "verificationStatus") }
            if old.lastUpdated != new.lastUpdated { return .moved(address, "lastUpdated") }
            if let path = firstDifference(old.after, new.after) {
                let isSecret = [old.after[path], new.after[path]].contains {
                    $0?.isSensitive == true
                }
                return isSecret
                    ? .secretChanged(address, path) : .moved(address, path.description)
            }
            return .otherChanges(address)
        }
        return nil
    }

    /// The secret that an update is for, if it is for nothing else.
    private static func secretThatDiffers(_ change: Change) -> AttributePath? {
        guard change.action == .update, let kind = KindRegistry.kind(of: change.address) else {
            return nil
        }
        let differing = change.before.paired(with: change.after).filter {
            !kind.same($0.path, $0.ours, $0.theirs)
        }
        let areSecrets = differing.allSatisfy {
            $0.ours?.isSensitive == true && $0.theirs?.isSensitive == true
        }
        return areSecrets ? differing.first?.path : nil
    }

    private static func firstDifference(_ a: Attributes, _ b: Attributes) -> AttributePath? {
        a.paired(with: b).first { $0.ours != $0.theirs }?.path
    }
}

import Kinds
import State
import Vocabulary

extension ResourcePair {
    /// How the live object moved away from what was recorded; nil when it did not.
    var drift: Drift? {
        guard let recorded else { return nil }
        guard let live else {
            return Drift(
                address: address, kind: .deleted, id: recorded.id, recorded: recorded.attributes,
                live: Attributes(), recordedVerified: recorded.isVerified)
        }
        // What is to be forgotten may be as it likes.
        if isRemoved { return nil }
        let moved = !differences(recorded.attributes, liveAttributes).isEmpty
        let kind: Drift.Kind
        if moved || recorded.isVerified != live.isVerified {
            kind = .changed
        } else if recorded.lastUpdated != live.lastUpdated, holdsUnreadableSecret {
            kind = .touched
        } else {
            return nil
        }
        return Drift(
            address: address, kind: kind, id: recorded.id, recorded: recorded.attributes,
            live: liveAttributes, recordedVerified: recorded.isVerified,
            liveVerified: live.isVerified, lastUpdated: live.lastUpdated)
    }

    /// Only a write to a value that the API never shows can go unseen.
    private var holdsUnreadableSecret: Bool {
        kind.paths(with: .writeOnly).contains { live?.attributes[$0] != nil }
    }
}

import Kinds
import State
import Vocabulary

/// The steps of one resource's change. An object is born active and unverified, is verified only
/// while active, and is deleted only while inactive.
extension ResourcePair {
    /// - Parameter target: the object as it is to be.
    func creationSteps(of desired: DesiredResource, as target: Attributes) -> [Step] {
        guard kind.isActive(target) else {
            return kind.lifecycle.contains(.deactivate)
                ? [Step(.create), Step(.deactivate)] : [Step(.create)]
        }
        return kind.isVerified && desired.verify ? [Step(.create), Step(.verify)] : [Step(.create)]
    }

    func deletionSteps(of live: LiveObject) -> [Step] {
        kind.lifecycle.contains(.deactivate) && live.isActive
            ? [Step(.deactivate), Step(.delete)] : [Step(.delete)]
    }

    /// Going inactive comes before the write and going active after it, so that no event is sent to
    /// a channel that is on its way out or not yet there.
    ///
    /// - Parameters:
    ///   - target: the object as it is to be; its status is the live one where the manifest does not
    ///     decide it.
    ///   - renews: whether the object is written although nothing that can be read differs.
    func updateSteps(
        _ desired: DesiredResource, _ live: LiveObject, target: Attributes, written: [Difference],
        renews: Bool
    ) -> [Step] {
        let update = written.isEmpty && !renews ? [] : [Step(.update)]
        switch (live.isActive, kind.isActive(target)) {
        case (true, false): return [Step(.deactivate)] + update
        case (false, false): return update
        case (false, true):
            return update + [Step(.activate)]
                + verification(desired, live, written: written, wakes: true)
        case (true, true):
            return update + verification(desired, live, written: written, wakes: false)
        }
    }

    /// The steps that take a change back if its verification fails: a created object is deleted, an
    /// updated one is written as it was and verified again, or deactivated again if the change
    /// activated it. Empty where the manifest doesn't ask for it, or nothing was written.
    func rollback(
        of action: Change.Action, _ steps: [Step], _ desired: DesiredResource
    ) -> [Step] {
        guard desired.lifecycle.onVerificationFailure == .rollback,
            steps.contains(where: { $0.operation == .verify })
        else { return [] }
        if action == .create { return [Step(.deactivate), Step(.delete)] }
        let update = steps.filter { $0.operation == .update }
        if steps.contains(Step(.activate)) { return [Step(.deactivate)] + update }
        return update.isEmpty ? [] : update + [Step(.verify, .ifUnverified)]
    }

    /// The steps after the read-back of a change with these steps.
    func confirmation(of steps: [Step]) -> [Step] {
        steps.contains { $0.operation == .verify } ? [Step(.verify, .ifUnverified)] : []
    }

    /// Some attributes are known to cost the verification; any other write may, for it sends the
    /// channel again.
    private func verification(
        _ desired: DesiredResource, _ live: LiveObject, written: [Difference], wakes: Bool
    ) -> [Step] {
        guard kind.isVerified, desired.verify else { return [] }
        if live.isVerified == false { return [Step(.verify)] }
        if touches(.losesVerification, written) { return [Step(.verify)] }
        return written.isEmpty && !wakes ? [] : [Step(.verify, .ifUnverified)]
    }

    func cost(_ live: LiveObject, target: Attributes, written: [Difference]) -> Change.Cost? {
        guard kind.isVerified else { return nil }
        guard live.isActive else { return written.isEmpty ? nil : .inactive }
        guard kind.isActive(target) else { return .stopsReceiving }
        if live.isVerified == false { return .receivesNothingUntilVerified }
        let resets = touches(.losesVerification, written) || touches(.mayLoseVerification, written)
        return resets ? .losesEventsUntilVerified : nil
    }

    private func touches(_ trait: Attribute.Trait, _ written: [Difference]) -> Bool {
        written.contains { kind.attribute($0.path.attribute)?.has(trait) == true }
    }
}

extension ResourceKind {
    /// Whether an object with these attributes is active, as objects without a status always are.
    fileprivate func isActive(_ attributes: Attributes) -> Bool {
        statusAttribute.flatMap { attributes[$0]?.text } != "INACTIVE"
    }
}

import Kinds
import State
import Vocabulary

extension ResourcePair {
    /// What has to become of the resource; nil when nothing has.
    func change(mode: Plan.Mode, diagnostics: inout [Diagnostic]) -> Change? {
        var change = changeInPlace(mode: mode, diagnostics: &diagnostics)
        guard let previous, let recorded else { return change }
        if change == nil {
            change = Change(
                address: address, action: .move, reason: .moved, id: recorded.id,
                before: liveAttributes, after: liveAttributes, wasVerified: live?.isVerified,
                lastUpdated: live?.lastUpdated)
        }
        change?.previousAddress = previous
        return change
    }

    /// The same whatever address it had before.
    private func changeInPlace(mode: Plan.Mode, diagnostics: inout [Diagnostic]) -> Change? {
        if isRemoved, desired == nil, let recorded, let live {
            return Change(
                address: address, action: .forget, reason: .removed, id: recorded.id,
                before: liveAttributes, wasVerified: live.isVerified,
                lastUpdated: live.lastUpdated)
        }
        switch (mode, desired, recorded, live) {
        case (.apply, let desired?, let recorded?, let live?):
            return update(desired, recorded, live, diagnostics: &diagnostics)
        case (.apply, let desired?, let recorded, nil):
            let steps = creationSteps(of: desired, as: desired.attributes)
            return Change(
                address: address, action: .create,
                reason: recorded == nil ? .notInTheOrg : .deletedInTheOrg,
                after: desired.attributes,
                steps: steps,
                cost: kind.isVerified && desired.isActive && !desired.verify
                    ? .receivesNothingUntilVerified : nil,
                rollback: rollback(of: .create, steps, desired),
                confirmation: confirmation(of: steps))
        case (_, _, let recorded?, let live?):
            return Change(
                address: address, action: .delete,
                reason: mode == .destroy ? .destroy : .notInTheManifest, id: recorded.id,
                before: liveAttributes, wasVerified: live.isVerified,
                steps: deletionSteps(of: live),
                cost: live.isVerified == true && live.isActive ? .stopsReceiving : nil,
                lastUpdated: live.lastUpdated)
        case (_, _, let recorded?, nil):
            return Change(
                address: address, action: .forget, reason: .deletedInTheOrg, id: recorded.id)
        case (_, _, nil, _):
            return nil
        }
    }

    private func update(
        _ desired: DesiredResource, _ recorded: RecordedResource, _ live: LiveObject,
        diagnostics: inout [Diagnostic]
    ) -> Change? {
        let target = merged(desired, live: liveAttributes)
        let differences = differences(liveAttributes, target.attributes)
        let status = kind.statusAttribute
        let written = differences.filter { $0.path.attribute != status }
        let replaces = written.contains {
            kind.attribute($0.path.attribute)?.has(.forcesReplacement) == true
        }

        if replaces {
            diagnostics += lostSecrets(desired, sent: target.attributes)
            let steps =
                deletionSteps(of: live) + creationSteps(of: desired, as: target.attributes)
            return Change(
                address: address, action: .replace, reason: .differs, id: recorded.id,
                before: liveAttributes, after: target.attributes, kept: target.kept,
                wasVerified: live.isVerified, steps: steps, confirmation: confirmation(of: steps),
                lastUpdated: live.lastUpdated)
        }

        let renews = written.isEmpty && secretMayBeReplaced(desired, recorded, live)
        let steps = updateSteps(
            desired, live, target: target.attributes, written: written, renews: renews)
        if steps.isEmpty { return nil }
        if !written.isEmpty || renews {
            diagnostics += lostSecrets(desired, sent: target.attributes)
        }
        let reason: Change.Reason =
            renews ? .secretMayBeReplaced : differences.isEmpty ? .notVerified : .differs
        return Change(
            address: address, action: .update, reason: reason, id: recorded.id,
            before: liveAttributes,
            after: written.isEmpty && !renews ? unsent(target.attributes) : target.attributes,
            kept: written.isEmpty && !renews ? [] : target.kept, wasVerified: live.isVerified,
            steps: steps,
            cost: cost(live, target: target.attributes, written: written),
            rollback: canBeTakenBack(to: liveAttributes, from: target.attributes)
                ? rollback(of: .update, steps, desired) : [],
            confirmation: confirmation(of: steps),
            lastUpdated: live.lastUpdated)
    }

    /// The object as it is to be where nothing of it is sent: a secret that was never seen stays so.
    private func unsent(_ target: Attributes) -> Attributes {
        target.mapValues { path, value in
            liveAttributes[path] == .unknown ? .unknown : value
        }
    }

    /// Whether somebody wrote a channel that looks the same: the write cost the verification, so
    /// writing ours again costs nothing more, and only that makes sure of a secret nobody can read.
    private func secretMayBeReplaced(
        _ desired: DesiredResource, _ recorded: RecordedResource, _ live: LiveObject
    ) -> Bool {
        guard recorded.isVerified == true, live.isVerified == false,
            recorded.lastUpdated != live.lastUpdated
        else { return false }
        return kind.paths(with: .writeOnly).contains { desired.attributes[$0]?.isSensitive == true }
    }

    /// Whether the object could be written as it was: a secret that is replaced cannot, for nobody
    /// has the old one any more.
    private func canBeTakenBack(to before: Attributes, from after: Attributes) -> Bool {
        kind.paths(with: .writeOnly).allSatisfy { before[$0] == nil || before[$0] == after[$0] }
    }

    /// The object as it is to be: what the manifest speaks of from there, the rest from the live
    /// object, because a PUT replaces the whole.
    private func merged(
        _ desired: DesiredResource, live: Attributes
    ) -> (attributes: Attributes, kept: [AttributePath]) {
        var result = Attributes()
        var kept: [AttributePath] = []
        for attribute in kind.attributes {
            let ignored = desired.lifecycle.ignoreChanges.contains(attribute.path)
            let isWanted = desired.declared.contains(attribute.path)
            if isWanted, !ignored {
                for entry in desired.attributes.entries(of: attribute.path) {
                    result[entry.path] = entry.value
                }
                continue
            }
            for entry in live.entries(of: attribute.path) {
                result[entry.path] = entry.value
                kept.append(entry.path)
            }
        }
        // A filter has no meaning, and may be refused, for a type that is no longer subscribed to.
        for attribute in kind.attributes where attribute.shape == .filters {
            let events = Set(
                kind.attributes.filter { $0.shape == .names }
                    .flatMap { result[$0.path]?.names ?? [] })
            for path in kept where path.attribute == attribute.path {
                if let key = path.key, !events.contains(key) { result[path] = nil }
            }
        }
        return (result, kept.filter { result[$0] != nil }.sorted())
    }

    /// A write replaces the whole object, and a secret that cannot be read cannot be carried over.
    private func lostSecrets(_ desired: DesiredResource, sent: Attributes) -> [Diagnostic] {
        kind.paths(with: .writeOnly).sorted().compactMap { path in
            // One that is declared and cannot be had is told of already.
            guard let value = sent[path], desired.attributes[path] != value,
                desired.attributes[path] != .unknown
            else { return nil }
            let name = kind.attribute(path)?.manifestName ?? path
            let way =
                desired.declared.contains(path) && desired.attributes[path] != nil
                ? "What the manifest declares is another one, and `ignore_changes` says not to "
                    + "write it. Take it out of `ignore_changes`, or declare the one that it holds."
                : "Declare it in the manifest, or say `auth: none` to take it away."
            return Diagnostic(
                .error, .secretNotDeclared,
                detail: "`\(address)` has to be written, a write replaces the whole object, and "
                    + "Okta never shows the `\(name)` that it holds. \(way)",
                at: desired.location)
        }
    }
}

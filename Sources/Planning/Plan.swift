package import Vocabulary

/// What apply will do, complete: apply interprets it and decides nothing. Holds no secret.
package struct Plan: Hashable, Sendable {
    package enum Mode: String, Hashable, Sendable {
        /// Bring the org to what the manifest says.
        case apply
        /// Delete all that is managed.
        case destroy
    }

    package var mode: Mode
    /// The org's name in the manifest, and its URL.
    package var orgName: String
    package var orgURL: String
    /// SHA-256 over the manifest's files and the values given to it.
    package var manifestDigest: String
    package var stateLineage: String
    package var stateSerial: Int
    /// The addresses that `--target` named; empty for all.
    package var targets: [Address]
    /// Sorted by stage, then by address; resources without a change are not in it.
    package var changes: [Change]
    /// Sorted by address.
    package var drift: [Drift]
    /// How many managed resources stay as they are.
    package var unchanged: Int
    /// Live objects that neither manifest nor state knows, by kind, sorted by name; never touched.
    package var unmanaged: [Unmanaged]
    /// Secrets that are taken to be as the manifest says, since none was ever seen; by address.
    package var unseen: [UnseenSecrets]

    package init(
        mode: Mode, orgName: String, orgURL: String, manifestDigest: String, stateLineage: String,
        stateSerial: Int, targets: [Address], changes: [Change], drift: [Drift], unchanged: Int,
        unmanaged: [Unmanaged], unseen: [UnseenSecrets] = []
    ) {
        self.mode = mode
        self.orgName = orgName
        self.orgURL = orgURL
        self.manifestDigest = manifestDigest
        self.stateLineage = stateLineage
        self.stateSerial = stateSerial
        self.targets = targets
        self.changes = changes
        self.drift = drift
        self.unchanged = unchanged
        self.unmanaged = unmanaged
        self.unseen = unseen
    }

    package var isEmpty: Bool { changes.isEmpty }

    package func count(of action: Change.Action) -> Int {
        changes.count { $0.action == action }
    }
}

/// A live object that is nobody's.
package struct Unmanaged: Hashable, Sendable {
    package var kind: String
    package var id: String
    package var name: String

    package init(kind: String, id: String, name: String) {
        self.kind = kind
        self.id = id
        self.name = name
    }
}

/// What becomes of one resource.
package struct Change: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable {
        case create, update, replace, delete
        /// Taken out of the state; the org is not touched. It no longer holds the object, or keeps it.
        case forget
        /// Has another address in the state, and nothing else is done.
        case move
    }

    /// Why there is a change.
    package enum Reason: String, Hashable, Sendable {
        case notInTheOrg = "not in the org"
        case deletedInTheOrg = "deleted in the org"
        case differs
        case notVerified = "not verified"
        case secretMayBeReplaced = "its secret may be replaced"
        case notInTheManifest = "not in the manifest"
        case destroy, removed, moved
        /// Takes another change back; in no plan.
        case rollback
    }

    /// What a write costs an active hook in events.
    package enum Cost: String, Hashable, Sendable {
        /// It receives nothing from the write until Okta has verified it.
        case losesEventsUntilVerified = "loses_events_until_verified"
        /// It receives nothing already, and will until Okta has verified it.
        case receivesNothingUntilVerified = "receives_nothing_until_verified"
        /// It receives nothing from now on, as asked.
        case stopsReceiving = "stops_receiving"
        /// It is inactive, so there is nothing to lose.
        case inactive
    }

    package var address: Address
    /// The address that the state has it under, where that is another one.
    package var previousAddress: Address?
    package var action: Action
    package var reason: Reason
    /// The object's id; nil while there is none.
    package var id: String?
    /// As the org holds it now; empty for a create.
    package var before: Attributes
    /// As it will be; empty for a delete. Holds the values carried over as well.
    package var after: Attributes
    /// Attributes not declared by the manifest and carried over because a write replaces the whole.
    package var kept: [AttributePath]
    package var wasVerified: Bool?
    package var steps: [Step]
    package var cost: Cost?
    /// Changes of a lower stage are done before those of a higher one begin.
    package var stage: Int
    /// Addresses whose change must have succeeded first: a slot or a name that they free.
    package var dependsOn: [Address]
    /// The steps that apply takes if Okta can't verify the endpoint: they delete a created object, or
    /// write `before` again. Empty for a change that stays as it is.
    package var rollback: [Step]
    /// The steps that apply takes after it has read the object back: a write may have reset the
    /// verification although Okta's response didn't say so.
    package var confirmation: [Step]
    /// Okta's time stamp of the live object that this was planned against; nil when there was none.
    package var lastUpdated: String?

    package init(
        address: Address, action: Action, reason: Reason, id: String? = nil,
        before: Attributes = Attributes(), after: Attributes = Attributes(),
        kept: [AttributePath] = [], wasVerified: Bool? = nil, steps: [Step] = [],
        cost: Cost? = nil, stage: Int = 0, dependsOn: [Address] = [], rollback: [Step] = [],
        confirmation: [Step] = [], lastUpdated: String? = nil, previousAddress: Address? = nil
    ) {
        self.address = address
        self.action = action
        self.reason = reason
        self.id = id
        self.before = before
        self.after = after
        self.kept = kept
        self.wasVerified = wasVerified
        self.steps = steps
        self.cost = cost
        self.stage = stage
        self.dependsOn = dependsOn
        self.rollback = rollback
        self.confirmation = confirmation
        self.lastUpdated = lastUpdated
        self.previousAddress = previousAddress
    }
}

extension Change {
    /// Whether an active object is deactivated or deleted, if only to be made anew.
    package var takesAway: Bool { steps.first?.operation == .deactivate }
}

/// One write to the org.
package struct Step: Hashable, Sendable {
    package enum Operation: String, Hashable, Sendable {
        case create, update, verify, activate, deactivate, delete
    }

    package enum Condition: String, Hashable, Sendable {
        case always
        /// Only when the object turns out not to be verified after the step before.
        case ifUnverified = "if_unverified"
    }

    package var operation: Operation
    package var condition: Condition

    package init(_ operation: Operation, _ condition: Condition = .always) {
        self.operation = operation
        self.condition = condition
    }
}

/// How a live object moved away from what was recorded.
package struct Drift: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case changed
        /// It is recorded and the org no longer has it.
        case deleted
        /// Somebody wrote to it, and nothing that can be read moved: a secret may have.
        case touched
    }

    package var address: Address
    package var kind: Kind
    package var id: String
    package var recorded: Attributes
    package var live: Attributes
    package var recordedVerified: Bool?
    package var liveVerified: Bool?
    package var lastUpdated: String?

    package init(
        address: Address, kind: Kind, id: String, recorded: Attributes, live: Attributes,
        recordedVerified: Bool? = nil, liveVerified: Bool? = nil, lastUpdated: String? = nil
    ) {
        self.address = address
        self.kind = kind
        self.id = id
        self.recorded = recorded
        self.live = live
        self.recordedVerified = recordedVerified
        self.liveVerified = liveVerified
        self.lastUpdated = lastUpdated
    }
}

/// One value that is not the same on two sides.
package struct Difference: Hashable, Sendable {
    package var path: AttributePath
    package var before: AttributeValue?
    package var after: AttributeValue?

    package init(path: AttributePath, before: AttributeValue?, after: AttributeValue?) {
        self.path = path
        self.before = before
        self.after = after
    }
}

package import Vocabulary

/// What is remembered of one org: the objects that the program manages, and what it was about to do.
package struct Snapshot: Hashable, Sendable {
    /// Names the line of states that this one belongs to; made once, with the first state.
    package var lineage: String
    /// Grows by one with each write.
    package var serial: Int
    /// The org's URL, without a trailing slash.
    package var org: String
    package var resources: [Address: RecordedResource]
    /// Writes that were begun and whose outcome is not recorded yet, at most one an address.
    package var intents: [Address: Intent]

    package init(
        lineage: String, serial: Int = 0, org: String, resources: [Address: RecordedResource] = [:],
        intents: [Address: Intent] = [:]
    ) {
        self.lineage = lineage
        self.serial = serial
        self.org = org
        self.resources = resources
        self.intents = intents
    }
}

/// What is remembered of one object.
package struct RecordedResource: Hashable, Sendable {
    /// The id that Okta gave it.
    package var id: String
    /// As last written and confirmed; secrets by fingerprint, `.unknown` when never seen.
    package var attributes: Attributes
    /// For kinds that Okta verifies: whether it was verified when last looked at.
    package var isVerified: Bool?
    /// Okta's time stamp when last looked at.
    package var lastUpdated: String?
    /// For kinds that are keys: the public half, as far as it was seen.
    package var publicKey: PublicKey?

    package init(
        id: String, attributes: Attributes, isVerified: Bool? = nil, lastUpdated: String? = nil,
        publicKey: PublicKey? = nil
    ) {
        self.id = id
        self.attributes = attributes
        self.isVerified = isVerified
        self.lastUpdated = lastUpdated
        self.publicKey = publicKey
    }
}

/// A write that was announced before it was sent, so that a crash leaves a question to look up
/// instead of a lost object.
package struct Intent: Hashable, Sendable {
    package enum Operation: String, Hashable, Sendable {
        case create, update, activate, deactivate, verify, delete
        /// A delete of the object with the id, and a create of another one.
        case replace
    }

    package var operation: Operation
    /// The object's id; nil for a create.
    package var id: String?
    /// What the object was to look like after a create, an update, or a replace; empty otherwise.
    package var attributes: Attributes
    /// When it was announced, RFC 3339 UTC.
    package var time: String
    /// Okta's time stamp of the object when the write was announced; nil for a create, and in states
    /// of format version 1.
    package var lastUpdated: String?

    package init(
        operation: Operation, id: String?, attributes: Attributes, time: String,
        lastUpdated: String? = nil
    ) {
        self.operation = operation
        self.id = id
        self.attributes = attributes
        self.time = time
        self.lastUpdated = lastUpdated
    }
}

extension Snapshot {
    /// The fingerprints of all secrets, those of announced writes included, in no particular order.
    package var fingerprints: [Fingerprint] {
        (resources.values.map(\.attributes) + intents.values.map(\.attributes))
            .flatMap { $0.pairs }
            .compactMap { if case .secret(let fingerprint) = $0.value { fingerprint } else { nil } }
    }
}

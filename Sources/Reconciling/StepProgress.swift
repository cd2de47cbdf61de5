import Kinds
import Planning
import Vocabulary

/// What the steps of one change have come to know of its object.
struct StepProgress: Sendable {
    var id: String?
    var isVerified: Bool?
    /// The object's status at this moment, which a PUT must send along unchanged.
    var status: AttributeValue?
    var lastUpdated: String?

    init(change: Change, kind: ResourceKind) {
        id = change.id
        isVerified = change.wasVerified
        lastUpdated = change.lastUpdated
        status = kind.statusAttribute.flatMap { change.before[$0] }
    }
}

extension StepProgress {
    /// After a delete: nothing is there, and what is created next is born active.
    init(gone kind: ResourceKind) {
        id = nil
        isVerified = nil
        status = nil
        lastUpdated = nil
    }
}

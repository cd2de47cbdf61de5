import Kinds
import State
import Vocabulary

/// Finds the objects that are to be adopted, and what speaks against it.
struct AdoptionSearch {
    let objects: [LiveObject]
    let snapshot: Snapshot
    /// Objects of other kinds, to tell whose an id is.
    var strangers: [LiveObject] = []

    private(set) var found: [(adoption: Adoption, object: LiveObject)] = []
    /// Those that the org has no object for.
    private(set) var missing: [Adoption] = []
    private(set) var problems: [Diagnostic] = []

    init(objects: [LiveObject], snapshot: Snapshot) {
        self.objects = objects
        self.snapshot = snapshot
    }

    mutating func run(_ adoptions: [Adoption]) {
        var addresses: Set<Address> = []
        var ids: [String: Address] = [:]
        for adoption in adoptions.sorted(by: { $0.address < $1.address }) {
            guard addresses.insert(adoption.address).inserted else {
                note(adoption, .adoptedTwice, "is to be adopted twice")
                continue
            }
            guard isFree(adoption), let object = object(for: adoption) else { continue }
            if let owner = owner(of: object) {
                noteManaged(adoption, object, by: owner)
            } else if let other = ids[object.id] {
                note(
                    adoption, .adoptedByTwo,
                    "wants the \(object.kind.noun) \(object.id), and so does `\(other)`; an object"
                        + " has one address")
            } else {
                ids[object.id] = adoption.address
                found.append((adoption, object))
            }
        }
    }

    /// Turns each missing object into a problem.
    mutating func noteMissing() {
        for adoption in missing {
            let noun = KindRegistry.kind(of: adoption.address)?.noun ?? adoption.address.kind
            switch adoption.handle {
            case .id(let id):
                if let stranger = strangers.first(where: { $0.id == id }) {
                    note(
                        adoption, .wrongKind,
                        "is to be the \(noun) \(id), but that is the \(stranger.kind.noun)"
                            + " \"\(stranger.name)\"")
                } else {
                    note(
                        adoption, .notInOrg,
                        "is to be the \(noun) \(id), and the org has none of that id")
                }
            case .name(let name):
                note(
                    adoption, .notInOrg,
                    "is to be the \(noun) \"\(name)\", and the org has none of that name. If it"
                        + " has another name there, import it by its id; `apply` makes a new one",
                    commands: ["tenterhook import \(adoption.address) ID"])
            }
        }
    }
}

extension AdoptionSearch {
    /// Whether nothing is recorded of an address yet.
    private mutating func isFree(_ adoption: Adoption) -> Bool {
        let address = adoption.address
        if let recorded = snapshot.resources[address] {
            note(
                adoption, .alreadyManaged,
                "is in the state already, with the id \(recorded.id). To have it stand for another"
                    + " object, forget that one first; the org is not touched by it",
                commands: ["tenterhook state rm \(address)"])
            return false
        }
        if let intent = snapshot.intents[address] {
            note(
                adoption, .openWrite,
                "has a write in the state whose outcome is not recorded (\(intent.operation),"
                    + " \(intent.time)). The next apply finds out, and takes the object over if it"
                    + " was made",
                commands: ["tenterhook apply"])
            return false
        }
        return true
    }

    private mutating func object(for adoption: Adoption) -> LiveObject? {
        let matches = objects.filter { object in
            guard object.kind.name == adoption.address.kind else { return false }
            return switch adoption.handle {
            case .id(let id): object.id == id
            case .name(let name): object.name == name
            }
        }
        if matches.isEmpty { missing.append(adoption) }
        guard matches.count > 1 else { return matches.first }
        let ids = matches.map(\.id).sorted().joined(separator: ", ")
        note(
            adoption, .ambiguousName,
            "could be any of \(ids). Name the one that is meant by its id",
            commands: ["tenterhook import \(adoption.address) ID"])
        return nil
    }

    private func owner(of object: LiveObject) -> Address? {
        snapshot.resources.filter { $0.key.kind == object.kind.name && $0.value.id == object.id }
            .keys.min()
    }

    private mutating func noteManaged(
        _ adoption: Adoption, _ object: LiveObject, by owner: Address
    ) {
        note(
            adoption, .alreadyManaged,
            "is to be the \(object.kind.noun) \(object.id), which is managed as `\(owner)`. If that"
                + " is its old address, give it the new one",
            commands: ["tenterhook state mv \(owner) \(adoption.address)"])
    }

    private mutating func note(
        _ adoption: Adoption, _ rule: Rule, _ what: String,
        commands: [String] = []
    ) {
        problems.append(
            Diagnostic(
                .error, rule,
                detail: "`\(adoption.address)` \(what)" + (commands.isEmpty ? "." : ":"),
                at: adoption.location, commands: commands))
    }
}

import JSON
import Kinds
import Ports

/// An org in memory that behaves as the contract says, keeps count, and fails where it is told to.
actor FakeOrg: OrgWriter {
    /// What no recording tells, and what differs from org to org.
    struct Rules: Sendable {
        var limit = 25
        /// Whether two hooks may bear one name; documented as no, never seen refused.
        var allowsTwins = false
        /// Whether a PUT resets verification for a new URL only, or for any new channel.
        var resetsForURLOnly = true
        /// Whether the answer to the PUT that reset it still says verified.
        var hidesReset = false
        /// So many requests share one second of the org's clock.
        var requestsPerSecond = 2
    }

    struct Request: Hashable, Sendable {
        enum Verb: String, Sendable {
            case list, read, create, update, activate, deactivate, verify, delete
        }
        var verb: Verb
        /// The hook's name where there is one, else its id.
        var hook: String

        var isRead: Bool { verb == .list || verb == .read }
    }

    var rules: Rules
    /// URLs that do not answer Okta's challenge.
    var deafURLs: Set<String> = []
    /// What goes wrong, by the number of the request, from 1.
    var faults: [Int: OrgFault] = [:]
    /// Called with each write before it is carried out.
    var onWrite: @Sendable (Request) -> Void = { _ in }

    private(set) var requests: [Request] = []
    private(set) var hooks: [String: FakeHook] = [:]
    /// The ids of all objects that were made by a request, and not by `seed`.
    var made: Set<String> = []
    /// The objects of the kinds that are not verified, by id.
    var objects: [String: FakeObject] = [:]
    private var isOut = false
    /// What lists show for so many lists more, in place of what is there.
    private var past: (hooks: [String: FakeHook], lists: Int) = ([:], 0)
    private var ids = 0
    private var time = 0

    init(rules: Rules = Rules()) { self.rules = rules }

    func configure(_ change: @Sendable (isolated FakeOrg) -> Void) { change(self) }

    /// Forgets requests and faults, so that numbers start from 1 again.
    func startCounting(faults: [Int: OrgFault] = [:]) {
        requests = []
        isOut = false
        self.faults = faults
    }

    /// So many lists to come show the org as it is now, whatever is written until then.
    func showPast(inLists count: Int) { past = (hooks, count) }

    /// Puts a hook there by another hand than ours.
    @discardableResult
    func seed(_ hook: FakeHook) -> String {
        var hook = hook
        hook.id = nextID()
        hook.created = tick(seconds: 5)
        hook.lastUpdated = hook.created
        hooks[hook.id] = hook
        return hook.id
    }

    /// Changes a hook by another hand than ours; nil takes it away.
    func edit(_ name: String, _ change: @Sendable (inout FakeHook) -> Void) {
        guard var hook = named(name) else { return }
        change(&hook)
        hook.lastUpdated = tick(seconds: 5)
        hooks[hook.id] = hook
    }

    func remove(_ name: String) {
        if let hook = named(name) { hooks[hook.id] = nil }
    }

    func named(_ name: String) -> FakeHook? { hooks.values.first { $0.name == name } }

    func count(named name: String) -> Int { hooks.values.count { $0.name == name } }
}

extension FakeOrg {
    func usage() -> OrgUsage { OrgUsage(requests: requests.count) }

    func list(_ kind: ResourceKind) throws(OrgError) -> [LiveObject] {
        try perform(.list, kind.name) { () throws(OrgError) in
            guard kind.isVerified else { return try listObjects(kind) }
            var objects: [LiveObject] = []
            let shown = past.lists > 0 ? past.hooks : hooks
            past.lists -= 1
            for hook in shown.values.sorted(by: { $0.id < $1.id }) {
                objects.append(try answer(hook, kind))
            }
            return objects
        }
    }

    func read(_ kind: ResourceKind, id: String) throws(OrgError) -> LiveObject? {
        try perform(.read, id) { () throws(OrgError) in
            guard kind.isVerified else {
                return try objects[id].map { object throws(OrgError) in try answer(object) }
            }
            guard let hook = hooks[id] else { return nil }
            return try answer(hook, kind)
        }
    }

    func create(_ kind: ResourceKind, body: JSONValue) throws(OrgError) -> LiveObject {
        try perform(.create, body["name"]?.string ?? "") { () throws(OrgError) in
            guard kind.isVerified else { return try createObject(kind, body) }
            var hook = try parse(body)
            guard rules.allowsTwins || named(hook.name) == nil else { throw refusal("name") }
            guard hooks.count < rules.limit else { throw refusal("limit") }
            hook.id = nextID()
            hook.created = now
            hook.lastUpdated = now
            hooks[hook.id] = hook
            made.insert(hook.id)
            return try answer(hook, kind)
        }
    }

    func update(
        _ kind: ResourceKind, id: String, body: JSONValue
    ) throws(OrgError) -> LiveObject {
        try perform(.update, name(of: id)) { () throws(OrgError) in
            guard kind.isVerified else { return try updateObject(id, body) }
            let old = try hook(id)
            var hook = try parse(body)
            let holder = named(hook.name)
            guard rules.allowsTwins || holder == nil || holder?.id == id else {
                throw refusal("name")
            }
            hook.id = id
            hook.created = old.created
            hook.isActive = hook.bodyStatus.map { $0 == "ACTIVE" } ?? old.isActive
            let keeps = hook.hasChannel(of: old, urlOnly: rules.resetsForURLOnly)
            hook.isVerified = old.isVerified && keeps
            hook.lastUpdated = now
            hooks[id] = hook
            var shown = hook
            if old.isVerified, !hook.isVerified {
                // The answer that resets verification bears the old time stamp.
                shown.lastUpdated = old.lastUpdated
                shown.isVerified = rules.hidesReset
            }
            return try answer(shown, kind)
        }
    }

    func call(
        _ call: ResourceKind.LifecycleCall, _ kind: ResourceKind, id: String
    ) throws(OrgError) -> LiveObject {
        let verb: Request.Verb =
            switch call {
            case .activate: .activate
            case .deactivate: .deactivate
            case .verify: .verify
            }
        return try perform(verb, name(of: id)) { () throws(OrgError) in
            guard kind.isVerified else { return try setActive(call == .activate, id) }
            var hook = try hook(id)
            switch call {
            case .activate: hook.isActive = true
            case .deactivate: hook.isActive = false
            case .verify:
                guard hook.isActive, !deafURLs.contains(hook.url) else { throw refusal("verify") }
                hook.isVerified = true
            }
            hook.lastUpdated = now
            hooks[id] = hook
            return try answer(hook, kind)
        }
    }

    func delete(_ kind: ResourceKind, id: String) throws(OrgError) {
        try perform(.delete, name(of: id)) { () throws(OrgError) in
            guard kind.isVerified else { return try deleteObject(id) }
            guard try !hook(id).isActive else { throw refusal("active") }
            hooks[id] = nil
        }
    }
}

extension FakeOrg {
    /// The org's clock, whole seconds.
    var now: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (minutes, seconds) = (time / 60, time % 60)
        return "2026-08-01T\(two(minutes / 60 % 24)):\(two(minutes % 60)):\(two(seconds)).000Z"
    }

    func tick(seconds: Int) -> String {
        time += seconds
        return now
    }

    func nextID() -> String {
        ids += 1
        return "who\(1000 + ids)"
    }

    private func name(of id: String) -> String {
        hooks[id]?.name ?? objects[id]?.name ?? id
    }

    /// Counts a request, and carries it out unless it is one that goes wrong.
    private func perform<Value>(
        _ verb: Request.Verb, _ hook: String, _ act: () throws(OrgError) -> Value
    ) throws(OrgError) -> Value {
        let request = Request(verb: verb, hook: hook)
        requests.append(request)
        if requests.count.isMultiple(of: rules.requestsPerSecond) { time += 1 }
        if isOut { throw OrgFault.outage.error(isRead: request.isRead) }
        guard let fault = faults[requests.count] else {
            if !request.isRead { onWrite(request) }
            return try act()
        }
        isOut = fault.isOutage
        if fault.happens {
            // A refusal whose answer is lost is a lost answer like any other.
            do { _ = try act() } catch { throw fault.error(isRead: request.isRead) }
        }
        throw fault.error(isRead: request.isRead)
    }

    private func hook(_ id: String) throws(OrgError) -> FakeHook {
        guard let hook = hooks[id] else {
            throw .notFound(OktaAnswer(status: 404, errorCode: "E0000007"))
        }
        return hook
    }

    private func parse(_ body: JSONValue) throws(OrgError) -> FakeHook {
        do throws(FakeHook.Malformed) {
            return try FakeHook(body: body)
        } catch {
            throw refusal(error.path)
        }
    }

    private func answer(_ hook: FakeHook, _ kind: ResourceKind) throws(OrgError) -> LiveObject {
        do throws(WireReadingError) {
            return try kind.read(hook.json)
        } catch {
            throw refusal(error.path)
        }
    }

    func refusal(_ cause: String) -> OrgError {
        .refused(OktaAnswer(status: 400, errorCode: "E0000001", causes: [cause]))
    }
}

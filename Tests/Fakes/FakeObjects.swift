import JSON
import Kinds
import Ports

/// The fake org's objects of the kinds that are not verified.
extension FakeOrg {
    func object(_ kind: ResourceKind, named name: String) -> FakeObject? {
        objects.values.first { $0.kind == kind && $0.name == name }
    }

    /// Takes an object away by another hand than ours.
    func remove(_ kind: ResourceKind, _ name: String) {
        if let object = object(kind, named: name) { objects[object.id] = nil }
    }

    /// Changes the body of an object by another hand than ours.
    func edit(_ kind: ResourceKind, _ name: String, _ change: @Sendable (inout FakeObject) -> Void)
    {
        guard var object = object(kind, named: name) else { return }
        change(&object)
        object.lastUpdated = tick(seconds: 5)
        objects[object.id] = object
    }

    func listObjects(_ kind: ResourceKind) throws(OrgError) -> [LiveObject] {
        var list: [LiveObject] = []
        for object in objects.values.sorted(by: { $0.id < $1.id }) where object.kind == kind {
            list.append(try answer(object))
        }
        return list
    }

    func createObject(_ kind: ResourceKind, _ body: JSONValue) throws(OrgError) -> LiveObject {
        var object = FakeObject(kind: kind, body: body)
        try check(object)
        object.id = nextID()
        object.created = now
        object.lastUpdated = now
        objects[object.id] = object
        made.insert(object.id)
        return try answer(object, isWritten: true)
    }

    func updateObject(_ id: String, _ body: JSONValue) throws(OrgError) -> LiveObject {
        var object = try held(id)
        guard object.body["type"] == body["type"] else { throw refusal("type") }
        object.body = body
        try check(object)
        object.lastUpdated = now
        objects[id] = object
        return try answer(object, isWritten: true)
    }

    func setActive(_ isActive: Bool, _ id: String) throws(OrgError) -> LiveObject {
        var object = try held(id)
        object.isActive = isActive
        object.lastUpdated = now
        objects[id] = object
        return try answer(object)
    }

    func deleteObject(_ id: String) throws(OrgError) {
        let object = try held(id)
        if object.kind.statusAttribute != nil, object.isActive { throw refusal("active") }
        if isUsed(object) { throw refusal("in use") }
        objects[id] = nil
    }

    private func check(_ object: FakeObject) throws(OrgError) {
        let keys = Set(objects.values.filter { $0.kind == .hookKey }.map(\.id))
        if let fault = object.fault(keys: keys) { throw refusal(fault) }
        let holder = self.object(object.kind, named: object.name)
        guard holder == nil || holder?.id == object.id else { throw refusal("name") }
    }

    private func held(_ id: String) throws(OrgError) -> FakeObject {
        guard let object = objects[id] else {
            throw .notFound(OktaAnswer(status: 404, errorCode: "E0000007"))
        }
        return object
    }

    func answer(_ object: FakeObject, isWritten: Bool = false) throws(OrgError) -> LiveObject {
        do throws(WireReadingError) {
            return try object.kind.read(object.json(isUsed: isUsed(object), isWritten: isWritten))
        } catch {
            throw refusal(error.path)
        }
    }

    private func isUsed(_ object: FakeObject) -> Bool {
        objects.values.contains { $0.hookKeyID == object.id }
    }
}

/// An object that the org holds under an id and under a name that is unique among its kind.
protocol NamedObject: Sendable {
    /// What the API calls the kind in "not found", `EventHook`.
    static var typeName: String { get }
    /// What it calls the kind in a refusal of the body, `eventHook`.
    static var bodyName: String { get }

    var id: String { get }
    var name: String { get }
}

extension Array where Element: NamedObject {
    func object(_ id: String) throws(OktaError) -> Element {
        guard let object = first(where: { $0.id == id }) else {
            throw .notFound(id, Element.typeName)
        }
        return object
    }

    /// - Parameter id: the object that is to have the name, when there is one already.
    func requireFreeName(_ name: String, except id: String?) throws(OktaError) {
        if contains(where: { $0.name == name && $0.id != id }) {
            throw .invalid(
                Element.bodyName,
                ["name: An object with this field already exists in the organization"])
        }
    }

    /// Puts an object in the place of the one with its id.
    mutating func store(_ object: Element) {
        guard let place = firstIndex(where: { $0.id == object.id }) else { return }
        self[place] = object
    }
}

/// What hooks of both kinds have in common.
protocol Hook: NamedObject {
    /// What people call one: `An event hook`.
    static var noun: String { get }

    var status: HookStatus { get }
}

extension Array where Element: Hook {
    /// Takes out a hook, which must be inactive.
    mutating func delete(_ id: String, _ switches: OrgSwitches) throws(OktaError) -> Element {
        let hook = try object(id)
        guard hook.status == .inactive else {
            throw OktaError(
                status: switches.deleteActiveStatus, code: "E0000001",
                summary: "Api validation failed: \(Element.bodyName)",
                causes: ["status: \(Element.noun) that is ACTIVE cannot be deleted"])
        }
        removeAll { $0.id == id }
        return hook
    }
}

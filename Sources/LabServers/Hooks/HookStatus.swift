/// Whether a hook of either kind is in use.
enum HookStatus: String, Sendable {
    case active = "ACTIVE"
    case inactive = "INACTIVE"
}

extension HookStatus {
    /// The links of a hook in this state: where it is, and what may be done with it.
    ///
    /// `action` is what only an active hook offers, at its path below the hook's own.
    func links(own: String, action: String, path: String) -> LabJSON {
        func link(_ href: String, _ method: String) -> LabJSON {
            ["href": .string(href), "hints": ["allow": [.string(method)]]]
        }
        switch self {
        case .active:
            var links: LabJSON = ["self": ["href": .string(own)]]
            links[action] = link("\(own)/\(path)", "POST")
            links["deactivate"] = link("\(own)/lifecycle/deactivate", "POST")
            return links
        case .inactive:
            return [
                "activate": link("\(own)/lifecycle/activate", "POST"),
                "self": ["href": .string(own)],
                "delete": link(own, "DELETE"),
            ]
        }
    }
}

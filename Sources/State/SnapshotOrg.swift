extension Snapshot {
    /// Refuses a state that belongs to another org than the one named by its URL.
    ///
    /// A slash at the end makes no difference, nor does the case of scheme and host.
    package func ensure(org url: String) throws(StateFileError) {
        guard Self.comparable(url) == Self.comparable(org) else {
            throw .otherOrg(recorded: org)
        }
    }

    private static func comparable(_ url: String) -> String {
        var rest = url[...]
        while rest.hasSuffix("/") { rest.removeLast() }
        guard let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") else {
            return String(rest)
        }
        let host = rest.index(colon, offsetBy: 3)
        let path = rest[host...].firstIndex(of: "/") ?? rest.endIndex
        return rest[..<path].lowercased() + rest[path...]
    }
}

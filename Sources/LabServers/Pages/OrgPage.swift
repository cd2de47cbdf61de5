extension OrgService {
    /// The org at a glance: hooks, the log's and the record's last lines.
    func page() async -> LabAnswer {
        let state = await world.state
        let record = await traffic.record
        var page = HTML()
        page.paragraph(
            "An Okta org on loopback, for trying things out. It is \(await world.now.text).")
        page.heading("Event hooks")
        page.table(
            ["Name", "Status", "Verification", "Endpoint", "Event types", "Id"],
            (state[EventHooks.stateKey]?.items ?? []).map(Self.hookRow), empty: "None yet.")
        page.heading("Inline hooks")
        page.table(
            ["Name", "Status", "Type", "Endpoint", "Id"],
            (state[InlineHooks.stateKey]?.items ?? []).map { hook in
                Self.row(hook, ["name", "status", "type"])
                    + [hook["channel"]?["config"]?["uri"]?.text ?? "", hook["id"]?.text ?? ""]
            }, empty: "None yet.")
        page.heading("Hook keys")
        page.table(
            ["Name", "Key id", "Id"],
            (state[HookKeys.stateKey]?.items ?? []).map { Self.row($0, ["name", "keyId", "id"]) },
            empty: "None yet.")
        page.heading("System Log, last entries")
        page.table(
            ["Published", "Event type", "Outcome", "Actor", "Target"],
            await world.lastEvents(20).reversed().map(Self.logRow),
            empty: "Nothing yet.")
        page.heading("API requests, last ones")
        page.table(
            ["No.", "At", "Method", "Path", "Status"],
            (record["requests"]?.items ?? []).suffix(20).reversed().map {
                Self.row($0, ["n", "at", "method", "path", "status"])
            }, empty: "None yet.")
        return .html(page.page(title: "tenterhook-lab org"))
    }

    private static func hookRow(_ hook: LabJSON) -> [String] {
        let events = hook["events"]?["items"]?.items?.compactMap(\.text) ?? []
        let named = row(hook, ["name", "status", "verificationStatus"])
        return named + [
            hook["channel"]?["config"]?["uri"]?.text ?? "", events.sorted().joined(separator: ", "),
            hook["id"]?.text ?? "",
        ]
    }

    private static func logRow(_ entry: LabJSON) -> [String] {
        let targets = entry.values(at: "target.displayName".split(separator: "."))
        return row(entry, ["published", "eventType"]) + [
            entry["outcome"]?["result"]?.text ?? "", entry["actor"]?["displayName"]?.text ?? "",
            targets.compactMap(\.text).joined(separator: ", "),
        ]
    }

    private static func row(_ object: LabJSON, _ keys: [String]) -> [String] {
        keys.map { key in
            guard let value = object[key], !value.isNull else { return "none" }
            return value.text ?? value.compact
        }
    }
}

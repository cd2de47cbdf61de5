extension EventHookDraft {
    /// The filter as it was sent, save that every condition gets the `version` Okta shows.
    ///
    /// What Okta answers to a filter that cannot be read is not known; a 400 is likely.
    static func filter(
        _ reader: inout BodyReader, for events: [String], _ switches: OrgSwitches
    ) throws(OktaError) -> LabJSON {
        guard let filter = reader.value("events.filter") else { return .null }
        guard filter.members != nil else { throw .notWellFormed }
        switch switches.filters {
        case .on: break
        case .refuse: throw .noFeature
        case .ignore: return .null
        }
        if switches.unknownFilters == .refuse { try check(&reader, for: events) }
        return withVersions(filter)
    }

    private static func check(
        _ reader: inout BodyReader, for events: [String]
    ) throws(OktaError) {
        if reader.value("events.filter.type") != nil {
            try reader.requiredWord("events.filter.type", of: ["EXPRESSION_LANGUAGE"])
        }
        let path = "events.filter.eventFilterMap"
        for (place, entry) in try reader.list(path).enumerated() {
            let entryPath = "\(path)[\(place)]"
            var entryReader = try BodyReader(entry)
            let event = try entryReader.requiredText("event")
            if !event.isEmpty, !events.contains(event) {
                entryReader.refuse("event: \(event) is not among the event types of the hook")
            }
            let expression = try entryReader.requiredText("condition.expression")
            if entryReader.causes.isEmpty {
                do {
                    _ = try EventFilter(expression)
                } catch {
                    entryReader.refuse("condition.expression: \(error.text)")
                }
            }
            for cause in entryReader.causes { reader.refuse("\(entryPath).\(cause)") }
        }
    }

    private static func withVersions(_ filter: LabJSON) -> LabJSON {
        var filter = filter
        guard let entries = filter["eventFilterMap"]?.items else { return filter }
        filter["eventFilterMap"] = .array(
            entries.map { entry in
                var entry = entry
                if let condition = entry["condition"]?.members,
                    !condition.contains(where: { $0.key == "version" })
                {
                    let version = LabJSON.Member(key: "version", value: .null)
                    entry["condition"] = .object([version] + condition)
                }
                return entry
            })
        return filter
    }
}

extension EventHook {
    /// Whether an event passes the hook's filter of its type; one without a filter does.
    func verdict(on event: LabJSON) -> EventFilter.Verdict {
        let type = event["eventType"]?.text
        let entry = filter["eventFilterMap"]?.items?.first { $0["event"]?.text == type }
        guard let entry else { return .delivers }
        do throws(FilterRefusal) {
            return try EventFilter(entry["condition"]?["expression"]?.text ?? "")
                .verdict(on: event)
        } catch {
            return .fails(error.text)
        }
    }
}

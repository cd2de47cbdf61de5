package import JSON

/// What an event has that the schema of the System Log's events does not.
package struct EventFieldProblem: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case unknown
        /// It holds something else than this, in words.
        case not(String)
    }

    package let path: JSONPath
    package let reason: Reason
}

/// The fields that a System Log event has.
package enum EventFields {
    /// Where an event is not as the schema has it, in the event's order.
    package static func problems(in event: JSONValue) -> [EventFieldProblem] {
        problems(in: event, as: .object(path: ""), at: [])
    }

    /// What the schema says of a place.
    package enum Place: Hashable, Sendable {
        case text
        /// Another field of an event.
        case known
        /// Nothing: below the first path, which is known, these names are. Sorted.
        case unknown(below: JSONPath, names: [String])
    }

    package static func place(at path: JSONPath) -> Place {
        var kind = FieldKind.object(path: "")
        for (number, step) in path.steps.enumerated() {
            switch (kind, step) {
            case (.object(let above), .name(let name)):
                guard let field = EventSchema.field(name, of: above),
                    !isOnlyForFilters(name, of: above)
                else {
                    return .unknown(
                        below: JSONPath(Array(path.steps[..<number])), names: names(below: above))
                }
                kind = field.kind
            case (.list(let element), .index): kind = element
            default: return .known
            }
        }
        if case .text = kind { return .text }
        return .known
    }

    private static func names(below path: String) -> [String] {
        EventSchema.names(below: path).filter { !isOnlyForFilters($0, of: path) }
    }

    /// Filters call `debugContext.debugData` so; no event does.
    private static func isOnlyForFilters(_ name: String, of path: String) -> Bool {
        path.isEmpty && name == "debugData"
    }

    private static func problems(
        in value: JSONValue, as kind: FieldKind, at steps: [JSONPath.Step]
    ) -> [EventFieldProblem] {
        if value.isNull || value.fits(kind) == nil { return [] }
        guard value.fits(kind) == true else {
            return [EventFieldProblem(path: JSONPath(steps), reason: .not(kind.words))]
        }
        switch (kind, value) {
        case (.object(let path), .object(let object)):
            return object.members.flatMap { name, member -> [EventFieldProblem] in
                let below = steps + [.name(name)]
                guard let field = EventSchema.field(name, of: path),
                    !isOnlyForFilters(name, of: path)
                else { return [EventFieldProblem(path: JSONPath(below), reason: .unknown)] }
                return problems(in: member, as: field.kind, at: below)
            }
        case (.list(let element), .array(let list)):
            return list.enumerated().flatMap { index, item in
                problems(in: item, as: element, at: steps + [.index(index)])
            }
        default: return []
        }
    }
}

extension JSONValue {
    /// Whether it is of a kind; nil where the kind says nothing.
    fileprivate func fits(_ kind: FieldKind) -> Bool? {
        switch kind {
        case .null: isNull
        case .boolean: bool != nil
        case .number: number != nil
        case .text(let values): string.map { values.isEmpty || values.contains($0) } ?? false
        case .list: array != nil
        case .object, .unlisted: object != nil
        case .anything: nil
        }
    }
}

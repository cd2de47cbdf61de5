/// Selections, projections and elements.
extension Evaluation {
    /// Whether an element is selected.
    private mutating func isSelected(
        _ element: Value, _ body: Int32, _ part: Int32
    ) throws(EvaluationFailure) -> Bool {
        let verdict = try put(element, to: body)
        guard case .bool(let isSelected) = verdict else {
            throw failure(.selectionNotBoolean, at: body)
        }
        return isSelected
    }

    /// What a part within brackets comes to for an element.
    private mutating func put(
        _ element: Value, to body: Int32
    ) throws(EvaluationFailure) -> Value {
        elementsLeft -= 1
        guard elementsLeft >= 0 else { throw failure(.tooManyElements, at: body) }
        return try value(body, Surroundings(this: element, scope: element))
    }

    mutating func select(
        _ list: Value, _ which: Selection, _ body: Int32, _ nullSafe: Bool, _ part: Int32
    ) throws(EvaluationFailure) -> Value {
        if list == .null, nullSafe { return .null }
        guard var elements = elements(of: list) else {
            throw failure(isObject(list) ? .objectNotList : .notSelectable, at: part)
        }
        var selected: [Value] = []
        while let element = next(&elements) {
            note(element)
            guard try isSelected(element, body, part) else { continue }
            if which == .first { return element }
            selected.append(element)
        }
        switch which {
        case .every: return keep(selected)
        case .first: return .null
        case .last: return selected.last ?? .null
        }
    }

    mutating func countSelected(
        _ list: Value, _ body: Int32, _ part: Int32
    ) throws(EvaluationFailure) -> Int32 {
        guard var elements = elements(of: list) else {
            throw failure(isObject(list) ? .objectNotList : .notSelectable, at: part)
        }
        var count: Int32 = 0
        // Every element is looked at, since any may fail.
        while let element = next(&elements) {
            if try isSelected(element, body, part) { count += 1 }
        }
        return count
    }

    mutating func project(
        _ list: Value, _ body: Int32, _ nullSafe: Bool, _ part: Int32
    ) throws(EvaluationFailure) -> Value {
        if list == .null, nullSafe { return .null }
        guard var elements = elements(of: list) else {
            throw failure(isObject(list) ? .objectNotList : .notProjectable, at: part)
        }
        var projected: [Value] = []
        while let element = next(&elements) {
            note(element)
            projected.append(try put(element, to: body))
        }
        return keep(projected)
    }

    /// `subject[…]`: an element of a list, a member of an object, a character of a text.
    mutating func index(
        _ subject: Value, at place: Int32, _ around: Surroundings, _ part: Int32
    ) throws(EvaluationFailure) -> Value {
        if isObject(subject), case .property(-1, let name, _) = filter.operations[Int(place)] {
            return try property(name, of: subject, false, at: part)
        }
        // A bare name in brackets is asked of the root, wherever it stands.
        let key = try value(
            place, Surroundings(this: .entry(EventTape.root), scope: around.scope))
        switch subject {
        case .null: throw failure(.indexOfNull, at: part)
        case .entry(let object) where tape.entries[Int(object)].kind == .object:
            guard case .text(let name) = key else { return .null }
            return member(named: name, of: object)
        case .entry, .list:
            let wanted = try integer(key, at: part)
            guard wanted >= 0, var elements = elements(of: subject) else {
                throw failure(.outOfBounds, at: part)
            }
            var position = 0
            while let element = next(&elements) {
                if position == wanted { return element }
                position += 1
            }
            throw failure(.outOfBounds, at: part)
        case .text(let text):
            let wanted = try integer(key, at: part)
            return try substring(of: text, from: wanted, to: wanted + 1, at: part)
        default: throw failure(key == .null ? .nullArgument : .notIndexable, at: part)
        }
    }
}

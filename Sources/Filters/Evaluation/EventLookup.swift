/// What is asked of the event's own lists and objects.
extension Evaluation {
    /// The value that stands at a place on the tape.
    mutating func value(at place: Int32) -> Value {
        let entry = tape.entries[Int(place)]
        switch entry.kind {
        case .null: return .null
        case .no: return .bool(false)
        case .yes: return .bool(true)
        case .int: return .int(Int32(truncatingIfNeeded: entry.bits))
        case .long: return .long(Int64(bitPattern: entry.bits))
        case .real: return .real(Double(bitPattern: entry.bits))
        case .list, .object: return .entry(place)
        case .text:
            guard entry.isEscaped else {
                return .text(
                    Value.Text(space: .event, start: entry.start, count: entry.count))
            }
            let start = Int(entry.start)
            return text(
                unescaped(
                    UnsafeBufferPointer(rebasing: source[start..<start + Int(entry.count)])))
        }
    }

    /// A member of an object by its name's number; the last, should it stand there twice.
    func member(_ name: Int32, of object: Int32) -> Int32? {
        var found: Int32?
        var place = object + 1
        let end = tape.entries[Int(object)].next
        while place < end {
            if tape.entries[Int(place)].name == name { found = place }
            place = tape.entries[Int(place)].next
        }
        if found == nil, name == RequiredPaths.debugData, object == EventTape.event,
            let context = member(RequiredPaths.debugContext, of: object),
            tape.entries[Int(context)].kind == .object
        {
            return member(name, of: context)
        }
        return found
    }

    /// A member that is not there is null: an event leaves out what it has nothing to say about.
    mutating func property(
        _ name: Int32, of value: Value, _ nullSafe: Bool, at part: Int32
    ) throws(EvaluationFailure) -> Value {
        switch value {
        case .null:
            if nullSafe { return .null }
            throw failure(.propertyOfNull, at: part)
        case .entry(let place) where tape.entries[Int(place)].kind == .object:
            guard let member = member(name, of: place) else { return .null }
            return self.value(at: member)
        default: throw failure(.noSuchProperty, at: part)
        }
    }

    /// A member by a name that was made; all of the object's names are on the tape then.
    mutating func member(named name: Value.Text, of object: Int32) -> Value {
        let wanted = bytes(of: name)
        var found: Int32?
        var place = object + 1
        let end = tape.entries[Int(object)].next
        while place < end {
            if key(of: place) == wanted { found = place }
            place = tape.entries[Int(place)].next
        }
        return found.map { value(at: $0) } ?? .null
    }

    func key(of place: Int32) -> [UInt8] {
        let entry = tape.entries[Int(place)]
        guard entry.name < 0 else { return names[Int(entry.name)] }
        let start = Int(entry.keyStart)
        let written = UnsafeBufferPointer(
            rebasing: source[start..<start + Int(entry.keyCount)])
        return written.contains(UInt8(ascii: "\\")) ? unescaped(written) : Array(written)
    }

    /// How many elements or members there are; nil for what has none.
    func count(of value: Value) -> Int? {
        switch value {
        case .entry(let place): Int(tape.entries[Int(place)].start)
        case .list(let list): lists[Int(list)].count
        default: nil
        }
    }

    func isObject(_ value: Value) -> Bool {
        if case .entry(let place) = value {
            tape.entries[Int(place)].kind == .object
        } else {
            false
        }
    }

    /// A walk through the elements of a list; nil for what is no list.
    func elements(of value: Value) -> Elements? {
        switch value {
        case .entry(let place) where tape.entries[Int(place)].kind == .list:
            Elements(list: -1, position: place + 1, end: tape.entries[Int(place)].next)
        case .list(let list):
            Elements(list: list, position: 0, end: Int32(lists[Int(list)].count))
        default: nil
        }
    }

    struct Elements {
        /// The number of a made list; -1 for one on the tape.
        var list: Int32
        var position: Int32
        var end: Int32
    }

    mutating func next(_ elements: inout Elements) -> Value? {
        guard elements.position < elements.end else { return nil }
        let position = elements.position
        if elements.list >= 0 {
            elements.position += 1
            return lists[Int(elements.list)][Int(position)]
        }
        elements.position = tape.entries[Int(position)].next
        return value(at: position)
    }
}

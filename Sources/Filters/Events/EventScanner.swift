/// Reads an event's JSON text, keeping only what is required of it.
///
/// What is kept is read strictly but for escapes, which are translated when a text is asked for;
/// what is passed over is only watched for its end. Whoever needs the whole text checked parses it
/// with `JSONValue` first.
struct EventScanner: Sendable {
    private static let maxDepth = 200

    private let plan: ScanPlan

    init(_ paths: RequiredPaths) { plan = ScanPlan(paths) }

    /// Lays an event out on a tape, which is emptied first.
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, into tape: inout EventTape
    ) throws(EventScanFault) {
        guard bytes.count < Int32.max else { throw EventScanFault(offset: 0) }
        tape.entries.removeAll(keepingCapacity: true)
        tape.entries.append(EventTape.Entry(kind: .object, start: 1))
        try plan.withPointers { pointers throws(EventScanFault) in
            var scan = EventScan(bytes: bytes, plan: pointers, depthLeft: Self.maxDepth)
            try scan.value(
                at: plan.event, EventTape.Entry(kind: .null, name: RequiredPaths.event), &tape)
            scan.skipSpace()
            guard scan.position == bytes.count else { throw scan.fault() }
        }
        tape.entries[0].next = Int32(tape.entries.count)
    }
}

/// Why a text could not be read as an event, and at which byte.
package struct EventScanFault: Error, Hashable {
    package let offset: Int
}

/// One run through one text.
struct EventScan {
    /// What is needed of the value that comes next.
    enum Need: Hashable, Sendable {
        case place(Int)
        case whole
        /// That it is there, and its kind.
        case passedOver
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let plan: ScanPlan.Pointers
    var depthLeft: Int
    var position = 0

    func fault() -> EventScanFault { EventScanFault(offset: position) }

    @inline(__always)
    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    @inline(__always)
    mutating func takes(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Reads a value to the tape; the entry comes with the member's name in it.
    mutating func value(
        at need: Need, _ named: EventTape.Entry, _ tape: inout EventTape
    ) throws(EventScanFault) {
        skipSpace()
        guard position < bytes.count else { throw fault() }
        var entry = named
        switch bytes[position] {
        case UInt8(ascii: "\""):
            let text = try text()
            entry.kind = .text
            (entry.start, entry.count) = (Int32(text.start), Int32(text.count))
            entry.isEscaped = text.isEscaped
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try container(need, entry, &tape)
            return
        case UInt8(ascii: "t"):
            try word("true")
            entry.kind = .yes
        case UInt8(ascii: "f"):
            try word("false")
            entry.kind = .no
        case UInt8(ascii: "n"):
            try word("null")
            entry.kind = .null
        default:
            try number(&entry)
        }
        entry.next = Int32(tape.entries.count + 1)
        tape.entries.append(entry)
    }

    private mutating func container(
        _ need: Need, _ entry: EventTape.Entry, _ tape: inout EventTape
    ) throws(EventScanFault) {
        depthLeft -= 1
        guard depthLeft >= 0 else { throw fault() }
        let index = tape.entries.count
        let isObject = bytes[position] == UInt8(ascii: "{")
        position += 1
        tape.entries.append(entry)
        tape.entries[index].kind = isObject ? .object : .list
        let count =
            isObject ? try members(need, &tape) : try elements(need, &tape)
        tape.entries[index].start = count
        tape.entries[index].next = Int32(tape.entries.count)
        depthLeft += 1
    }

    private mutating func members(
        _ need: Need, _ tape: inout EventTape
    ) throws(EventScanFault) -> Int32 {
        var count: Int32 = 0
        if takes(UInt8(ascii: "}")) { return count }
        repeat {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw fault()
            }
            let key = try text()
            guard takes(UInt8(ascii: ":")) else { throw fault() }
            count += 1
            let known = member(key, need)
            if case .passedOver = known.need {
                try skip()
                continue
            }
            var entry = EventTape.Entry(kind: .null)
            entry.name = known.name
            (entry.keyStart, entry.keyCount) = (Int32(key.start), Int32(key.count))
            try value(at: known.need, entry, &tape)
        } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "}")) else { throw fault() }
        return count
    }

    private mutating func elements(
        _ need: Need, _ tape: inout EventTape
    ) throws(EventScanFault) -> Int32 {
        var count: Int32 = 0
        if takes(UInt8(ascii: "]")) { return count }
        let inner: Need =
            switch need {
            case .whole: .whole
            case .passedOver: .passedOver
            case .place(let place):
                plan.places[place].isWhole
                    ? .whole : plan.places[place].element.map { .place($0) } ?? .passedOver
            }
        repeat {
            count += 1
            try value(at: inner, EventTape.Entry(kind: .null), &tape)
        } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "]")) else { throw fault() }
        return count
    }

    /// Which member a key is, and what is needed of it.
    @inline(__always)
    private func member(_ key: Text, _ need: Need) -> (name: Int32, need: Need) {
        switch need {
        case .passedOver: return (-1, .passedOver)
        case .whole: return (anyName(key), .whole)
        case .place(let place):
            if plan.places[place].isWhole { return (anyName(key), .whole) }
            for number in plan.places[place].members {
                let member = plan.members[number]
                if isName(member.name, key) { return (member.name, .place(member.place)) }
            }
            return (-1, .passedOver)
        }
    }

    /// The number of a name, wherever it is asked for; -1 for one that has none.
    private func anyName(_ key: Text) -> Int32 {
        for name in plan.names.indices where isName(Int32(name), key) { return Int32(name) }
        return -1
    }
}

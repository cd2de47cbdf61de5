/// What of every event is looked at before any filter: its type, and when it was.
struct EventHead {
    private let scanner: EventScanner
    private let typeName: Int32
    private let publishedName: Int32
    private var tape = EventTape()
    /// The last event's type.
    private(set) var type: [UInt8] = []
    private var first: [UInt8] = []
    private var last: [UInt8] = []

    init() {
        var paths = RequiredPaths()
        let event = paths.member(RequiredPaths.event, of: RequiredPaths.root)
        typeName = paths.number(of: "eventType")
        publishedName = paths.number(of: "published")
        _ = paths.member(typeName, of: event)
        _ = paths.member(publishedName, of: event)
        scanner = EventScanner(paths: paths)
    }

    /// The first and the last time stamp of all that was read.
    var earliest: String? { first.isEmpty ? nil : String(decoding: first, as: UTF8.self) }
    var latest: String? { last.isEmpty ? nil : String(decoding: last, as: UTF8.self) }

    mutating func read(_ event: UnsafeBufferPointer<UInt8>) throws(UnreadableEvent) {
        do throws(EventScanFault) {
            try scanner.scan(event, into: &tape)
        } catch {
            throw .broken(offset: error.offset)
        }
        let object = tape.entries[Int(EventTape.event)]
        guard object.kind == .object else { throw .notAnObject }
        var typeEntry: EventTape.Entry?
        var place = Int(EventTape.event) + 1
        while place < Int(object.next) {
            let entry = tape.entries[place]
            if entry.kind == .text, entry.name == typeName { typeEntry = entry }
            if entry.kind == .text, entry.name == publishedName { note(Self.text(entry, event)) }
            place = Int(entry.next)
        }
        guard let typeEntry else { throw .noType }
        let text = Self.text(typeEntry, event)
        type.removeAll(keepingCapacity: true)
        if typeEntry.isEscaped { type += unescaped(text) } else { type.append(contentsOf: text) }
    }

    private static func text(
        _ entry: EventTape.Entry, _ event: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        let start = Int(entry.start)
        return UnsafeBufferPointer(rebasing: event[start..<start + Int(entry.count)])
    }

    /// Time stamps are of one form, in UTC, and so are ordered as their bytes are. What has another
    /// form is passed over.
    private mutating func note(_ stamp: UnsafeBufferPointer<UInt8>) {
        guard (20...30).contains(stamp.count), stamp.last == UInt8(ascii: "Z"),
            stamp[10] == UInt8(ascii: "T")
        else { return }
        if first.isEmpty || stamp.lexicographicallyPrecedes(first) {
            first.removeAll(keepingCapacity: true)
            first.append(contentsOf: stamp)
        }
        if last.lexicographicallyPrecedes(stamp) {
            last.removeAll(keepingCapacity: true)
            last.append(contentsOf: stamp)
        }
    }
}

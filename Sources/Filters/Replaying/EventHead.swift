/// What of every event is looked at before any filter: its type, and when it was.
struct EventHead: Sendable {
    private let typeName: Int32
    private let publishedName: Int32
    private var first: [UInt8] = []
    private var last: [UInt8] = []

    /// - Parameter paths: gets what is looked at here.
    init(_ paths: inout RequiredPaths) {
        let event = paths.member(RequiredPaths.event, of: RequiredPaths.root)
        typeName = paths.number(of: "eventType")
        publishedName = paths.number(of: "published")
        _ = paths.member(typeName, of: event)
        _ = paths.member(publishedName, of: event)
    }

    /// The first and the last time stamp of all that was read since they were forgotten.
    var earliest: String? { first.isEmpty ? nil : String(decoding: first, as: UTF8.self) }
    var latest: String? { last.isEmpty ? nil : String(decoding: last, as: UTF8.self) }

    mutating func forgetTimes() {
        first.removeAll(keepingCapacity: true)
        last.removeAll(keepingCapacity: true)
    }

    /// Notes when the event on the tape was, and gives its type.
    mutating func read(
        _ tape: EventTape, of event: UnsafeBufferPointer<UInt8>
    ) throws(UnreadableEvent) -> TypeText {
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
        return typeEntry.isEscaped ? .translated(unescaped(text)) : .plain(text)
    }

    /// An event's type, where it stands or with its escapes translated.
    enum TypeText {
        case plain(UnsafeBufferPointer<UInt8>)
        case translated([UInt8])

        func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            switch self {
            case .plain(let bytes): body(bytes)
            case .translated(let bytes): bytes.withUnsafeBufferPointer(body)
            }
        }

        var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }
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

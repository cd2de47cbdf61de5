/// `RequiredPaths` laid out flat, as the scanner asks it.
struct ScanPlan: Hashable, Sendable {
    struct Place: Hashable, Sendable {
        /// A stretch of the members.
        var members: Range<Int>
        var element: Int?
        var isWhole: Bool
    }

    struct Member: Hashable, Sendable {
        /// The number of the name.
        var name: Int32
        var place: Int
    }

    private let places: [Place]
    private let members: [Member]
    /// Where each name stands in `letters`.
    private let names: [Range<Int>]
    private let letters: [UInt8]
    /// What is needed of the event itself.
    let event: EventScan.Need

    init(_ paths: RequiredPaths) {
        var (places, members): ([Place], [Member]) = ([], [])
        for place in paths.places {
            let start = members.count
            members += place.members.map { Member(name: $0.name, place: $0.place) }
            places.append(
                Place(
                    members: start..<members.count, element: place.element, isWhole: place.isWhole))
        }
        var (names, letters): ([Range<Int>], [UInt8]) = ([], [])
        for name in paths.nameBytes {
            names.append(letters.count..<letters.count + name.count)
            letters += name
        }
        (self.places, self.members) = (places, members)
        (self.names, self.letters) = (names, letters)
        let known = paths.known(RequiredPaths.event, of: RequiredPaths.root)
        event =
            places[RequiredPaths.root].isWhole
            ? .whole : known.map { .place($0) } ?? .passedOver
    }

    /// The plan as it is asked within one run, where nothing is counted, copied or checked.
    struct Pointers {
        let places: UnsafeBufferPointer<Place>
        let members: UnsafeBufferPointer<Member>
        let names: UnsafeBufferPointer<Range<Int>>
        let letters: UnsafeBufferPointer<UInt8>
    }

    func withPointers<Result>(
        _ body: (Pointers) throws(EventScanFault) -> Result
    ) throws(EventScanFault) -> Result {
        try places.withUnsafeBufferPointer { places throws(EventScanFault) in
            try members.withUnsafeBufferPointer { members throws(EventScanFault) in
                try names.withUnsafeBufferPointer { names throws(EventScanFault) in
                    try letters.withUnsafeBufferPointer { letters throws(EventScanFault) in
                        try body(
                            Pointers(
                                places: places, members: members, names: names, letters: letters))
                    }
                }
            }
        }
    }
}

/// Numbers for the names of event types, found by their bytes without making a text of them.
struct TypeNumbers: Sendable {
    private var names: [[UInt8]] = []
    /// Places in `names` by the hash of their bytes, the next one where that is taken; -1 where
    /// nothing stands. Half of it is free at least.
    private var table = [Int32](repeating: -1, count: 64)

    /// Gives a name the number that comes next; the first is 0.
    mutating func append(_ name: [UInt8]) {
        names.append(name)
        if names.count * 2 > table.count {
            table = [Int32](repeating: -1, count: table.count * 2)
            for number in names.indices { enter(number) }
        } else {
            enter(names.count - 1)
        }
    }

    func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = Self.hash(name) & (table.count - 1)
        while table[place] >= 0 {
            let number = Int(table[place])
            if names[number].elementsEqual(name) { return number }
            place = (place + 1) & (table.count - 1)
        }
        return nil
    }

    private mutating func enter(_ number: Int) {
        var place = names[number].withUnsafeBufferPointer(Self.hash) & (table.count - 1)
        while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
        table[place] = Int32(number)
    }

    /// FNV-1a, its high bits mixed into the low ones.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}

/// Numbers for the names of event types, found by their bytes without making a text of them.
struct TypeNumbers {
    private var names: [[UInt8]] = []
    private var numbers: [Int] = []
    /// Places in `names`, by the hash of the bytes; a place that is taken moves the next one on.
    private var places: [UInt64: Int] = [:]

    mutating func append(_ name: String, number: Int) {
        let bytes = Array(name.utf8)
        var hash = Self.hash(bytes)
        while places[hash] != nil { hash &+= 1 }
        places[hash] = names.count
        names.append(bytes)
        numbers.append(number)
    }

    func number(of name: [UInt8]) -> Int? {
        var hash = Self.hash(name)
        while let place = places[hash] {
            if names[place] == name { return numbers[place] }
            hash &+= 1
        }
        return nil
    }

    /// FNV-1a.
    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
        return hash
    }
}

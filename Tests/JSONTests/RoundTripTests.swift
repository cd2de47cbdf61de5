import JSON
import Testing

/// What holds for every value, tried on seeded ones.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<8)
    func whatIsWrittenReadsBackTheSame(_ seed: UInt64) throws {
        var values = SeededValues(seed: seed)
        for _ in 0..<100 {
            let value = values.value()
            for style in [JSONStyle.compact, .pretty] {
                for sorted in [false, true] {
                    let bytes = value.bytes(style, sorted: sorted)
                    let read = try JSONValue(parsing: bytes)
                    #expect(read == value)
                    #expect(read.hashValue == value.hashValue)
                    #expect(read.bytes(style, sorted: sorted) == bytes)
                }
            }
        }
    }

    @Test(arguments: 0..<4)
    func theOrderOfMembersChangesNeitherEqualityNorSortedText(_ seed: UInt64) {
        var values = SeededValues(seed: 1000 + seed)
        for _ in 0..<50 {
            let object = values.object(depth: 2)
            let shuffled = JSONObject(object.members.shuffled(using: &values.generator))
            #expect(shuffled == object)
            #expect(shuffled.hashValue == object.hashValue)
            let texts = [object, shuffled].map { JSONValue.object($0).text(sorted: true) }
            #expect(texts[0] == texts[1])
        }
    }
}

import Cryptography
import Testing

@Suite struct RandomBytesTests {
    @Test func asManyAsAskedForAndNeverTheSame() throws {
        #expect(try randomBytes(0).isEmpty)
        #expect(try randomBytes(1).count == 1)
        let drawn = try (0..<100).map { _ in try randomBytes(16) }
        #expect(drawn.allSatisfy { $0.count == 16 })
        #expect(Set(drawn).count == 100)
    }

    @Test func everyByteIsFilled() throws {
        // Were a place never written it would be zero in all of them.
        let drawn = try (0..<64).map { _ in try randomBytes(33) }
        for place in 0..<33 { #expect(drawn.contains { $0[place] != 0 }) }
    }

    @Test(arguments: [-1, Int.max])
    func noSuchCountIsGiven(_ count: Int) {
        #expect(throws: CryptographyError.invalidLength(count)) { try randomBytes(count) }
    }
}

import Kinds
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("The public half of keys in the state")
struct PublicKeyRecordTests {
    let signing = Resource.key("signing")

    @Test func itIsRecordedWithTheKeyAndStays() async throws {
        let world = World()
        #expect(try await world.apply([signing]).report.verdict == .complete)
        let made = try #require(try await world.snapshot.resources[signing.address]?.publicKey)
        let key = try #require(await world.org.object(.hookKey, named: "signing"))
        #expect(made == key.publicKey)
        #expect(made.jwk != nil)

        // A key that is renamed is the same key.
        #expect(try await world.apply([signing.named("new")]).report.verdict == .complete)
        #expect(try await world.snapshot.resources[signing.address]?.publicKey == made)
    }

    @Test func aKeyThatIsMadeAnewHasAnother() async throws {
        let world = World()
        try await world.settle([signing])
        let old = try await world.snapshot.resources[signing.address]?.publicKey
        await world.org.remove(.hookKey, "signing")
        _ = try await world.apply([signing])
        let new = try await world.snapshot.resources[signing.address]?.publicKey
        #expect(new != old)
        #expect(new?.jwk != nil)
    }

    @Test func ofAKeyThatWasFoundAgainOnlyTheNameIsKnown() async throws {
        let world = World()
        // The list of the plan comes first; the answer to the create is lost.
        await world.org.startCounting(faults: [2: .lostAnswer])
        #expect(try await world.apply([signing]).report.verdict == .complete)
        let recorded = try #require(try await world.snapshot.resources[signing.address]?.publicKey)
        #expect(recorded.jwk == nil)
        #expect(recorded.id == (await world.org.object(.hookKey, named: "signing"))?.publicKey.id)
    }
}

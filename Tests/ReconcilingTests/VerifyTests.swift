import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Verifying outside a plan")
struct VerifyTests {
    @Test func tellsEachOutcomeAndRecordsWhatIsVerified() async throws {
        let world = World()
        let hooks = [
            Hook("good").notVerified(), Hook("deaf", url: "https://deaf.example").notVerified(),
            Hook("inactive").inactive(), Hook("gone"),
        ]
        try await world.settle(hooks)
        await world.org.configure { $0.deafURLs = ["https://deaf.example"] }
        await world.org.remove("gone")

        let outcomes = try await world.verify(hooks.map(\.address) + [Hook("never").address])
        #expect(outcomes[hooks[0].address] == .verified)
        guard case .failed(.org(.refused))? = outcomes[hooks[1].address] else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(outcomes[hooks[2].address] == .inactive)
        #expect(outcomes[hooks[3].address] == .missing)
        #expect(outcomes[Hook("never").address] == .missing)
        let resources = try await world.snapshot.resources
        #expect(resources[hooks[0].address]?.isVerified == true)
        #expect(resources[hooks[1].address]?.isVerified == false)
    }
}

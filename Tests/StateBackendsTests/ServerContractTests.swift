import Ports
import Testing

/// The contract of backends whose store is a server, and which can lose requests and responses.
@Suite struct ServerContractTests {
    static let kinds = [LeasedStore.kindName]

    private let first = Array("{\"serial\": 1}\n".utf8)
    private let second = Array("{\"serial\": 2}\n".utf8)

    @Test(arguments: kinds)
    func aLostResponseSaysThatThePutMayHaveHappenedAndAReadShowsIt(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let backend = try await store.backend()
        let version = try await backend.put(first, ifVersion: nil)
        await store.fail(next: [.lostResponse])
        let error = await failure { _ = try await backend.put(second, ifVersion: version) }
        #expect(error?.mayHaveHappened == true)
        #expect(try await store.backend().get()?.bytes == second)
        let again = await failure { _ = try await backend.put(second, ifVersion: version) }
        #expect(again == .moved)
    }

    @Test(arguments: kinds)
    func aPutThatDidNotHappenCanBeRepeated(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let backend = try await store.backend()
        let version = try await backend.put(first, ifVersion: nil)
        await store.fail(next: [.lostRequest])
        let error = await failure { _ = try await backend.put(second, ifVersion: version) }
        #expect(error?.mayHaveHappened == false)
        #expect(try await store.backend().get()?.bytes == first)
        _ = try await backend.put(second, ifVersion: version)
        #expect(try await store.backend().get()?.bytes == second)
    }
}

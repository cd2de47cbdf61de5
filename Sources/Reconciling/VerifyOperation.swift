import Kinds
import Planning
package import Ports
import State
package import Vocabulary

/// Has Okta verify endpoints now, outside any plan, and records the outcome.
///
/// It announces nothing in the state beforehand: a verification that a crash left unrecorded is read
/// by the next plan like any other, while settling an announced one would take over whatever else
/// was edited meanwhile.
package struct VerifyOperation: Sendable {
    private let org: any OrgWriter
    private let store: StateStore
    private let parallelism: Int

    package init(org: any OrgWriter, store: StateStore, parallelism: Int) {
        self.org = org
        self.store = store
        self.parallelism = max(1, parallelism)
    }

    package enum Outcome: Hashable, Sendable {
        case verified
        /// The object is inactive, and Okta verifies only active ones.
        case inactive
        /// It is recorded, and the org no longer has it.
        case missing
        case failed(StepFailure)
    }

    /// - Parameter addresses: recorded ones, of kinds that Okta verifies.
    package func run(
        _ addresses: [Address], observe: @Sendable (Address, Outcome, Duration) -> Void
    ) async -> [Address: Outcome] {
        var outcomes: [Address: Outcome] = [:]
        await withTaskGroup(of: (Address, Outcome, Duration).self) { group in
            var waiting = addresses[...]
            for _ in 0..<parallelism {
                if let next = waiting.popFirst() { group.addTask { await verify(next) } }
            }
            while let (address, outcome, elapsed) = await group.next() {
                outcomes[address] = outcome
                observe(address, outcome, elapsed)
                if let next = waiting.popFirst() { group.addTask { await verify(next) } }
            }
        }
        return outcomes
    }

    private func verify(_ address: Address) async -> (Address, Outcome, Duration) {
        let began = ContinuousClock.now
        let outcome = await outcome(for: address)
        return (address, outcome, ContinuousClock.now - began)
    }

    private func outcome(for address: Address) async -> Outcome {
        guard let kind = KindRegistry.kind(of: address),
            let recorded = await store.snapshot.resources[address]
        else { return .missing }
        do throws(OrgError) {
            guard let object = try await org.read(kind, id: recorded.id) else { return .missing }
            guard object.isActive else { return .inactive }
            let verified = try await org.call(.verify, kind, id: recorded.id)
            let isAsRecorded = object.lastUpdated == recorded.lastUpdated
            return await record(address, verified, isAsRecorded: isAsRecorded) ?? .verified
        } catch {
            return .failed(.org(error))
        }
    }

    /// Only what verifying changes is recorded; other drift stays to be shown by the next plan. So
    /// the time stamp is recorded only if it moved by the verification alone.
    private func record(
        _ address: Address, _ object: LiveObject, isAsRecorded: Bool
    ) async -> Outcome? {
        guard var resource = await store.resource(at: address) else { return nil }
        resource.isVerified = object.isVerified
        if isAsRecorded { resource.lastUpdated = object.lastUpdated }
        do {
            try await store.commit([.record(address, resource)])
            return nil
        } catch {
            return .failed(.state(error))
        }
    }
}

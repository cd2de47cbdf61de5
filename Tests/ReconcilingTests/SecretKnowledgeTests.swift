import Reconciling
import Testing
import Vocabulary

@testable import Fakes

@Suite("What a run knows of secrets")
struct SecretKnowledgeTests {
    let fingerprints = FakeFingerprints()

    private func knowledge() -> SecretKnowledge {
        SecretKnowledge(source: FakeSecrets(), fingerprints: fingerprints)
    }

    @Test func theSaltOfMostRecordedFingerprintsIsShared() async {
        let (few, many) = (fingerprints.newParameters(), fingerprints.newParameters())
        let recorded = [few, many, many].enumerated().map {
            Fingerprint($0.element, hash: "000000000000000\($0.offset)")
        }
        let knowledge = knowledge()
        await knowledge.shareSalt(of: recorded)
        let new = await knowledge.fingerprint(of: Secret("new"), candidates: [])
        #expect(new.parameters == many)

        // The first choice stays, also for the state of another org.
        await knowledge.shareSalt(of: recorded.filter { $0.parameters == few })
        let other = await knowledge.fingerprint(of: Secret("other"), candidates: [])
        #expect(other.parameters == many)
    }

    @Test(arguments: [
        Fingerprint.Parameters(n: 4, r: 1, p: 1, salt: "00000000000000ff", length: 8),
        Fingerprint.Parameters(n: 2, r: 1, p: 1, salt: "ff", length: 8),
        Fingerprint.Parameters(n: 2, r: 1, p: 1, salt: "00000000000000ff", length: 4),
    ])
    func aRecordedSaltOfAnotherCostOrSizeIsNotShared(_ other: Fingerprint.Parameters) async {
        let knowledge = knowledge()
        await knowledge.shareSalt(of: [Fingerprint(other, hash: "00")])
        let new = await knowledge.fingerprint(of: Secret("new"), candidates: [])
        #expect(new.parameters.areLike(fingerprints.newParameters()))
    }

    @Test func secretsThatOnlyLookAlikeAreDifferent() async {
        let knowledge = knowledge()
        let composed = await knowledge.fingerprint(of: Secret("\u{E9}"), candidates: [])
        let decomposed = await knowledge.fingerprint(of: Secret("e\u{301}"), candidates: [])
        #expect(composed.hash != decomposed.hash)
    }

    @Test func theSameSecretUnderManyFingerprintsOfOneSaltCostsOneHash() async {
        let knowledge = knowledge()
        let parameters = fingerprints.newParameters()
        let wrong = (0..<5).map { Fingerprint(parameters, hash: "000000000000000\($0)") }
        await knowledge.shareSalt(of: wrong)
        let new = await knowledge.fingerprint(of: Secret("new"), candidates: wrong)
        #expect(new.parameters == parameters)
        #expect(fingerprints.hashes.count == 1)
        #expect(await knowledge.fingerprint(of: Secret("new"), candidates: [new]) == new)
        #expect(fingerprints.hashes.count == 1)
    }

    @Test func aFleetWithOneSaltCostsOneHashPerSecret() async {
        let secrets = ["one", "two", "three"].map { Secret($0) }
        let parameters = fingerprints.newParameters()
        let recorded = secrets.map {
            Fingerprint(parameters, hash: fingerprints.hash(of: $0, by: parameters) ?? "")
        }
        let before = fingerprints.hashes.count
        let knowledge = knowledge()
        for _ in 0..<20 {
            await knowledge.shareSalt(of: recorded)
            for (secret, fingerprint) in zip(secrets, recorded) {
                #expect(
                    await knowledge.fingerprint(of: secret, candidates: [fingerprint])
                        == fingerprint)
            }
        }
        #expect(fingerprints.hashes.count == before + secrets.count)
    }

    /// States from before there was one salt keep their fingerprints, so a plan finds no difference.
    @Test func eachOldSaltOfAFleetCostsOneHashPerSecret() async {
        let secrets = ["one", "two"].map { Secret($0) }
        let orgs = (0..<5).map { _ in
            let parameters = fingerprints.newParameters()
            return secrets.map {
                Fingerprint(parameters, hash: fingerprints.hash(of: $0, by: parameters) ?? "")
            }
        }
        let before = fingerprints.hashes.count
        let knowledge = knowledge()
        for _ in 0..<2 {
            for recorded in orgs {
                await knowledge.shareSalt(of: recorded)
                for (secret, fingerprint) in zip(secrets, recorded) {
                    #expect(
                        await knowledge.fingerprint(of: secret, candidates: [fingerprint])
                            == fingerprint)
                    #expect(await !knowledge.matches(Secret("other"), fingerprint))
                }
            }
        }
        #expect(fingerprints.hashes.count == before + orgs.count * (secrets.count + 1))
    }
}

import Testing

@testable import OktaOrg

@Suite struct BackoffTests {
    @Test("Waits double, are cut by at most half, and end at the limit")
    func bounds() {
        for seed in 0..<50 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            for (failures, full) in [
                (0, 250), (1, 500), (2, 1000), (3, 2000), (5, 8000), (99, 8000),
            ] {
                let wait = Backoff.retry.wait(after: failures, using: &generator)
                #expect(wait >= .milliseconds(full / 2) && wait <= .milliseconds(full))
            }
        }
    }

    @Test("The same seed gives the same waits, another seed others")
    func seeded() {
        func waits(_ seed: UInt64) -> [Duration] {
            var generator = SplitMix64(seed: seed)
            return (0..<6).map { Backoff.concurrency.wait(after: $0, using: &generator) }
        }
        #expect(waits(1) == waits(1))
        #expect(waits(1) != waits(2))
    }

    @Test("SplitMix64 gives the published numbers")
    func published() {
        var generator = SplitMix64(seed: 1_234_567)
        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
    }
}

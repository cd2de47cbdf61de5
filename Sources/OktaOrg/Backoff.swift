/// Waits that double up to a limit, each shortened at random by up to half, so that many who
/// failed together do not come back together.
struct Backoff {
    /// Milliseconds.
    let first: Int
    let most: Int

    /// For reads that failed on the way.
    static let retry = Backoff(first: 250, most: 8_000)
    /// For refusals by a limit on how much runs at once, which has no reset.
    static let concurrency = Backoff(first: 1_000, most: 30_000)

    /// The wait after so many failures, of which the first is number 0.
    func wait(after failures: Int, using generator: inout SplitMix64) -> Duration {
        let full = min(most, first << min(failures, 16))
        return .milliseconds(Int.random(in: full / 2...full, using: &generator))
    }
}

/// Sebastiano Vigna's SplitMix64: small, and the same numbers for the same seed.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

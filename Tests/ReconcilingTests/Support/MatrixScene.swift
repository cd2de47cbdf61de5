import Foundation
import Planning
import Reconciling
import Seeding

@testable import Fakes

/// The plan of the matrices: two creates, one of them inactive; two updates, one of the channel and
/// one of a secret; two deletes. All that can be secret is.
struct MatrixScene: Hashable, Sendable, CustomStringConvertible {
    var allowsTwins: Bool
    var resetsForURLOnly: Bool
    var hidesReset: Bool
    var parallelism: Int
    /// Whether the state is stored after every step, or only where it must be.
    var storesOften = true

    var description: String {
        (allowsTwins ? "twins, " : "") + (resetsForURLOnly ? "" : "any channel, ")
            + (hidesReset ? "hidden reset, " : "") + (storesOften ? "" : "stored rarely, ")
            + "\(parallelism) at once"
    }

    /// Every combination; without `TENTERHOOK_FULL=1` a few that have all values in them.
    static let all: [MatrixScene] = {
        var scenes: [MatrixScene] = []
        for allowsTwins in [true, false] {
            for resetsForURLOnly in [true, false] {
                for hidesReset in [true, false] {
                    for (parallelism, storesOften) in [
                        (1, true), (1, false), (2, true), (10, true), (10, false),
                    ] {
                        scenes.append(
                            MatrixScene(
                                allowsTwins: allowsTwins, resetsForURLOnly: resetsForURLOnly,
                                hidesReset: hidesReset, parallelism: parallelism,
                                storesOften: storesOften))
                    }
                }
            }
        }
        return isFull
            ? scenes
            : [
                MatrixScene(
                    allowsTwins: true, resetsForURLOnly: true, hidesReset: false, parallelism: 1),
                MatrixScene(
                    allowsTwins: true, resetsForURLOnly: true, hidesReset: false, parallelism: 4,
                    storesOften: false),
                MatrixScene(
                    allowsTwins: false, resetsForURLOnly: false, hidesReset: true, parallelism: 4),
            ]
    }()

    /// All of some cases in the first scene and in a full run, a seeded part of them elsewhere.
    func sample<Case>(of cases: [Case]) -> [Case] {
        if Self.isFull || self == Self.all[0] { return cases }
        var generator = SeededGenerator(seed: UInt64(cases.count))
        return Array(cases.shuffled(using: &generator).prefix((cases.count + 5) / 6))
    }

    static var isFull: Bool { ProcessInfo.processInfo.environment["TENTERHOOK_FULL"] == "1" }

    static let strangers: Set<String> = ["stranger"]

    private static let kept = Hook("kept").auth(env: "KEPT").header("X-Key", env: "KEPT")
    private static let moved = Hook("moved").url(env: "MOVED").auth(env: "KEPT")
    private static let rotated = Hook("rotated").auth(env: "ROTATED").header("X-Key", env: "KEPT")

    static let before = [
        kept, moved, rotated, Hook("gone").url(env: "GONE").auth(env: "KEPT"),
        Hook("gone-inactive").inactive().header("X-Key", env: "GONE"),
    ]
    static let after = [
        kept, moved.url(env: "MOVED-ON").description("moved"), rotated,
        Hook("new").url(env: "NEW").auth(env: "KEPT"),
        Hook("new-inactive").auth(env: "NEW").inactive(),
    ]

    var order: World.Order { World.Order(parallelism: parallelism) }

    /// A world in which `after` is wanted and `before` is there.
    func world() async throws -> World {
        let world = World(
            rules: .init(
                allowsTwins: allowsTwins, resetsForURLOnly: resetsForURLOnly,
                hidesReset: hidesReset),
            checkpointInterval: storesOften ? .zero : .seconds(3600))
        for name in ["KEPT", "MOVED", "MOVED-ON", "ROTATED", "GONE", "NEW"] {
            world.secrets[name] = FakeSecrets.value(of: name)
        }
        await world.org.seed(FakeHook(name: "stranger", url: "https://else.example"))
        try await world.settle(Self.before)
        world.secrets["ROTATED"] = FakeSecrets.value(of: "ROTATED-ON")
        return world
    }

    func promises(of world: World, _ what: String) -> Promises {
        Promises(
            world: world, hooks: Self.after, strangers: Self.strangers, what: "\(what) (\(self))")
    }

    /// What a run without faults costs.
    func cost() async throws -> (requests: Int, puts: Int) {
        let world = try await world()
        let puts = await world.backend.puts
        _ = try await world.apply(Self.after, order)
        return (await world.org.requests.count, await world.backend.puts - puts)
    }
}

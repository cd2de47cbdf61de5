import Kinds
import Manifests
import Planning
import Reconciling
import State
import Testing
import Vocabulary

/// What counts as a difference between two orgs.
struct ComparisonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The paths that differ; `verified` where only one is.
        let expected: [String]
        let edit: @Sendable (inout World) -> Void

        init(
            _ words: String, _ expected: [String] = [],
            _ edit: @escaping @Sendable (inout World) -> Void
        ) {
            testDescription = words
            self.expected = expected
            self.edit = edit
        }
    }

    /// One org's objects and state, both orgs as the manifest says to begin with.
    struct World: Sendable {
        var hooks: [LiveObject]
        var snapshots: [Snapshot]

        subscript(side: Int, path: String) -> AttributeValue? {
            get { hooks[side].attributes[path] }
            set { hooks[side].attributes[path] = newValue }
        }
    }

    private static let address = Address(kind: "event_hook", key: "leavers")
    private static let uri = "channel.config.uri"
    private static let token = AttributePath("channel.config.headers", key: "X-Token")
    private static let secret = "channel.config.authScheme.value"

    private static let manifest = """
        version: 1
        orgs:
          prod: { url: https://prod.okta.com, vars: { stage: prod } }
          preview: { url: https://preview.okta.com, vars: { stage: preview } }
        event_hooks:
          leavers:
            events: [user.lifecycle.deactivate]
            endpoint:
              url: https://hooks.acme.com/${var.stage}
              headers: { X-Token: { env: TOKEN } }
              auth: { header: Authorization, value: { env: SECRET } }
            lifecycle: { ignore_changes: [filters] }
        """

    static let cases = [
        Case("both as declared, their vars apart") { _ in },
        Case("one changed by hand", [uri]) { $0[0, uri] = .text("https://x") },
        Case("both changed by hand to the same, meant to be apart", [uri]) {
            $0[0, uri] = .text("https://x")
            $0[1, uri] = .text("https://x")
        },
        Case("one has by hand what the other has by vars", [uri]) { $0[0, uri] = $0[1, uri] },
        Case("both changed by hand to the same, meant to be the same") {
            $0[0, "events.items"] = .names(["a"])
            $0[1, "events.items"] = .names(["a"])
        },
        Case("both changed by hand, apart", ["events.items"]) {
            $0[0, "events.items"] = .names(["a"])
            $0[1, "events.items"] = .names(["b"])
        },
        Case("not declared, in one only", ["description"]) { $0[1, "description"] = .text("a") },
        Case("not declared, the same in both") {
            $0[0, "description"] = .text("a")
            $0[1, "description"] = .text("a")
        },
        Case("the auth header's name in another case") {
            $0[0, "channel.config.authScheme.key"] = .text("authorization")
        },
        Case("what is ignored") {
            $0.hooks[0].attributes[AttributePath("events.filter", key: "a")] = .text("b")
        },
        Case("a readable secret that was replaced in one", [token.description]) {
            $0.hooks[0].attributes[token] = .text("sentinel-new")
        },
        Case("a readable secret that was taken away in one", [token.description]) {
            $0.hooks[0].attributes[token] = nil
        },
        Case("a secret that was never seen in one") {
            $0.snapshots[0].resources[address]?.attributes[secret] = .unknown
            $0.snapshots[0].resources[address]?.attributes[token] = nil
        },
        Case("the auth that was taken away in one", ["channel.config.authScheme.key", secret]) {
            $0[0, "channel.config.authScheme.key"] = nil
            $0[0, secret] = nil
        },
        Case("verified in one only", ["verified"]) { $0.hooks[1].isVerified = false },
    ]

    @Test(arguments: cases)
    func differencesAreWhatVarsDoNotExplain(_ item: Case) async throws {
        var world = try Self.world()
        item.edit(&world)
        for order in [[0, 1], [1, 0]] {
            let comparison = try await Self.compare(world, order: order)
            let found = comparison.differences.flatMap { difference in
                difference.values.map(\.path.description)
                    + (difference.verified.isEmpty ? [] : ["verified"])
            }
            #expect(found.sorted() == item.expected.sorted())
            #expect(comparison.same == (item.expected.isEmpty ? 1 : 0))
        }
    }

    @Test func presenceIsToldOfEach() async throws {
        var world = try Self.world()
        world.hooks[1] = LiveObject(
            kind: .eventHook, id: "other", attributes: Attributes(), isVerified: true)
        var comparison = try await Self.compare(world, order: [0, 1])
        #expect(comparison.differences.map(\.presence) == [[.there, .deleted]])
        world.snapshots[1].resources = [:]
        comparison = try await Self.compare(world, order: [0, 1])
        #expect(comparison.differences.map(\.presence) == [[.there, .notApplied]])
        world.snapshots[0].resources = [:]
        comparison = try await Self.compare(world, order: [0, 1])
        #expect(comparison.isEmpty && comparison.same == 0)
    }

    private static func declarations() throws -> [(OrgDeclaration, [ResourceDeclaration])] {
        let reading = ManifestReader.read(
            root: "a.yaml",
            files: ManifestFiles(
                read: { _ in .success(Array(manifest.utf8)) }, glob: { _ in .success([]) }))
        let read = try #require(reading.manifest)
        return read.orgs.map { ($0, read.declarations(for: $0, variables: [:]).resources) }
    }

    private static func world() throws -> World {
        var world = World(hooks: [], snapshots: [])
        for (org, declarations) in try declarations() {
            let declaration = try #require(declarations.first)
            var live = Attributes()
            var recorded = Attributes()
            for (path, value) in declaration.values {
                switch value {
                case .plain(let value):
                    live[path] = value
                    recorded[path] = value
                case .secret:
                    let text = "sentinel-\(org.name)-\(path)"
                    live[path] = path == token ? .text(text) : .unknown
                    recorded[path] = .secret(SentinelFingerprints.fingerprint(of: text))
                }
            }
            world.hooks.append(
                LiveObject(
                    kind: .eventHook, id: "who-\(org.name)", attributes: live, isVerified: true))
            world.snapshots.append(
                Snapshot(
                    lineage: "a", org: org.url ?? "",
                    resources: [
                        declaration.address: RecordedResource(
                            id: "who-\(org.name)", attributes: recorded, isVerified: true)
                    ]))
        }
        return world
    }

    private static func compare(_ world: World, order: [Int]) async throws -> Comparison {
        var orgs: [ComparedOrg] = []
        let declared = try declarations()
        for side in order {
            let (org, declarations) = declared[side]
            let knowledge = SecretKnowledge(
                source: SentinelSecrets(), fingerprints: SentinelFingerprints())
            orgs.append(
                try await CompareOperation(
                    org: CannedOrg([world.hooks[side]]), knowledge: knowledge
                )
                .run(
                    name: org.name, url: org.url ?? "", declarations: declarations,
                    snapshot: world.snapshots[side], kinds: [.eventHook]))
        }
        return Comparison.of(orgs[0], orgs[1])
    }
}

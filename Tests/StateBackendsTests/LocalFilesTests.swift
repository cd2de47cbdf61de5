import Foundation
import Ports
import StateBackends
import Testing

/// What the local backend leaves on the disk, and what it makes of what it finds there.
@Suite struct LocalFilesTests {
    private let folder: TemporaryFolder
    private let backend: LocalStateBackend

    init() throws {
        folder = try TemporaryFolder()
        backend = try LocalStateBackend(directory: folder.at("deep/state"), org: "prod")
    }

    private func put(_ text: String, ifVersion version: String?) async throws -> String {
        try await backend.put(Array(text.utf8), ifVersion: version)
    }

    @Test func readingMakesNothing() async throws {
        #expect(try await backend.get() == nil)
        #expect(try await backend.lockHolder() == nil)
        #expect(try folder.entries().isEmpty)
    }

    @Test func filesAreForThisUserAlone() async throws {
        let version = try await put("1", ifVersion: nil)
        #expect(try folder.entries("deep/state") == [".gitignore", ".prod.lock", "prod.json"])
        #expect(try folder.text("deep/state/.gitignore") == "*\n")
        _ = try await put("2", ifVersion: version)
        #expect(try folder.mode("deep/state") == 0o700)
        for name in ["prod.json", "prod.json.backup", ".prod.lock"] {
            #expect(try folder.mode("deep/state/\(name)") == 0o600)
        }
    }

    @Test func lockingAloneMakesTheFolder() async throws {
        try await backend.lock(.test("one"))
        #expect(try folder.entries("deep/state") == [".gitignore", ".prod.lock"])
        try await backend.unlock()
        #expect(try folder.text("deep/state/.prod.lock").isEmpty)
    }

    @Test func aFolderInUseGetsNoGitignore() async throws {
        try folder.make("deep/state")
        try folder.write("mine", to: "deep/state/notes")
        _ = try await put("1", ifVersion: nil)
        #expect(try folder.entries("deep/state") == [".prod.lock", "notes", "prod.json"])
    }

    @Test func orgsOfOneFolderAreApart() async throws {
        let other = try LocalStateBackend(directory: folder.at("deep/state"), org: "preview")
        try await backend.lock(.test("one"))
        try await other.lock(.test("two"))
        _ = try await put("1", ifVersion: nil)
        #expect(try await other.get() == nil)
        try await other.unlock()
        try await backend.unlock()
    }

    @Test func theBackupIsTheStateBeforeTheRun() async throws {
        try await backend.lock(.test("one"))
        var version = try await put("a1", ifVersion: nil)
        version = try await put("a2", ifVersion: version)
        try await backend.unlock()
        #expect(!(try folder.entries("deep/state").contains("prod.json.backup")))

        try await backend.lock(.test("two"))
        for step in ["b1", "b2", "b3"] {
            version = try await put(step, ifVersion: version)
            #expect(try folder.text("deep/state/prod.json.backup") == "a2")
        }
        try await backend.unlock()

        _ = try await put("c1", ifVersion: version)
        #expect(try folder.text("deep/state/prod.json.backup") == "b3")
    }

    @Test func aRefusedPutLeavesTheBackupAlone() async throws {
        let version = try await put("1", ifVersion: nil)
        _ = try await put("2", ifVersion: version)
        #expect(await failure { _ = try await backend.put([], ifVersion: version) } == .moved)
        #expect(try folder.text("deep/state/prod.json.backup") == "1")
    }

    @Test func anEditByHandIsNoticed() async throws {
        let version = try await put("1", ifVersion: nil)
        try folder.write("2", to: "deep/state/prod.json")
        #expect(await failure { _ = try await backend.put([], ifVersion: version) } == .moved)
    }

    @Test func leftoversOfDeadRunsAreCleared() async throws {
        let version = try await put("whole", ifVersion: nil)
        let dead = [".prod.json.0123456789abcdef.tmp", ".prod.json.backup.00000000000000ff.tmp"]
        let alive = [
            ".prod.json.mine.tmp", ".preview.json.0123456789abcdef.tmp", ".prod.json.0123.tmp",
        ]
        for name in dead + alive { try folder.write("hal", to: "deep/state/\(name)") }
        #expect(try await backend.get()?.version == version)
        try await backend.lock(.test("one"))
        #expect(
            try folder.entries("deep/state")
                == (alive + [".gitignore", ".prod.lock", "prod.json"]).sorted())
        try await backend.unlock()
    }

    @Test func aLinkedStateIsReplacedWhereItIs() async throws {
        try folder.make("deep/state")
        try folder.make("elsewhere")
        try folder.write("1", to: "elsewhere/real.json")
        try folder.write("hal", to: "elsewhere/.real.json.0123456789abcdef.tmp")
        try folder.link("deep/state/prod.json", to: "../../elsewhere/real.json")
        let version = try #require(try await backend.get()?.version)
        _ = try await put("2", ifVersion: version)
        #expect(try folder.kind("deep/state/prod.json") == .typeSymbolicLink)
        #expect(try folder.text("elsewhere/real.json") == "2")
        #expect(try folder.entries("elsewhere") == ["real.json"])
        #expect(try folder.text("deep/state/prod.json.backup") == "1")
    }

    @Test(arguments: ["", "..", "a/b", "a.b", "ü", "a b", "\0", String(repeating: "a", count: 201)])
    func anOrgThatIsNoFileNameIsRefused(_ org: String) async {
        let outcome = await failure { _ = try LocalStateBackend(directory: "state", org: org) }
        guard case .failed = outcome else {
            Issue.record("accepted")
            return
        }
    }

    @Test func theLongestOrgFits() async throws {
        let org = String(repeating: "a", count: 200)
        let backend = try LocalStateBackend(directory: folder.path, org: org)
        let version = try await backend.put([1], ifVersion: nil)
        _ = try await backend.put([2], ifVersion: version)
        #expect(try await backend.get()?.bytes == [2])
    }
}

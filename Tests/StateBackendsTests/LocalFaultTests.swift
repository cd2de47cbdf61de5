import Foundation
import Ports
import StateBackends
import Testing

/// What cannot be read or written is an error with its path, its reason and a way out.
@Suite struct LocalFaultTests {
    private let folder: TemporaryFolder
    private let backend: LocalStateBackend

    init() throws {
        folder = try TemporaryFolder()
        try folder.make("state")
        backend = try LocalStateBackend(directory: folder.at("state"), org: "prod")
    }

    private func detail(
        of work: () async throws -> Void
    ) async throws -> String {
        let outcome = await failure(of: work)
        guard case .failed(let detail) = outcome else {
            Issue.record("expected a failure, got \(String(describing: outcome))")
            return ""
        }
        return detail
    }

    @Test func aFolderInTheStatesPlaceIsNoEmptyState() async throws {
        try folder.make("state/prod.json")
        let place = folder.at("state/prod.json")
        let reading = try await detail { _ = try await backend.get() }
        #expect(reading.hasPrefix("Cannot read \(place): it is not a regular file. Something else"))
        let writing = try await detail { _ = try await backend.put([], ifVersion: nil) }
        #expect(writing == reading)
    }

    @Test(.timeLimit(.minutes(60)))
    func aPipeInTheStatesPlaceIsNotWaitedFor() async throws {
        #expect(mkfifo(folder.at("state/prod.json"), 0o600) == 0)
        let reading = try await detail { _ = try await backend.get() }
        #expect(reading.contains("it is not a regular file."))
    }

    @Test func aLinkToNowhereIsNoEmptyState() async throws {
        try folder.link("state/prod.json", to: "../unmounted/prod.json")
        let place = folder.at("state/prod.json")
        let reading = try await detail { _ = try await backend.get() }
        #expect(reading.hasPrefix("Cannot read \(place): No such file or directory. "))
        #expect(reading.contains("mounted"))
        _ = try await detail { _ = try await backend.put([], ifVersion: nil) }
        _ = try await detail { try await backend.lock(.test("one")) }
        #expect(try folder.kind("state/prod.json") == .typeSymbolicLink)
    }

    @Test func aLinkToItselfIsAnError() async throws {
        try folder.link("state/prod.json", to: "prod.json")
        _ = try await detail { _ = try await backend.get() }
    }

    @Test func aFileInTheFoldersPlaceIsAnError() async throws {
        try folder.write("a file", to: "file")
        for directory in ["file", "file/state"] {
            let backend = try LocalStateBackend(directory: folder.at(directory), org: "prod")
            let reading = try await detail { _ = try await backend.get() }
            #expect(reading.contains(": Not a directory. "))
            let locking = try await detail { try await backend.lock(.test("one")) }
            #expect(locking.hasPrefix("Cannot make the folder \(folder.at("file"))"))
            _ = try await detail { _ = try await backend.put([], ifVersion: nil) }
        }
        #expect(try folder.text("file") == "a file")
    }

    @Test func aFailedWriteLeavesTheStateAndNoTemporaryFile() async throws {
        let version = try await backend.put([1], ifVersion: nil)
        // A folder cannot be replaced by a file: the rename fails, after the bytes were written.
        try folder.make("state/prod.json.backup/in-use")
        let writing = try await detail { _ = try await backend.put([2], ifVersion: version) }
        #expect(writing.hasPrefix("Cannot write \(folder.at("state/prod.json.backup")): "))
        #expect(try await backend.get() == VersionedState(bytes: [1], version: version))
        #expect(
            try folder.entries("state") == [
                ".gitignore", ".prod.lock", "prod.json", "prod.json.backup",
            ])
    }

    @Test func aLinkInTheLocksPlaceIsNotFollowed() async throws {
        try folder.write("precious", to: "other")
        try folder.link("state/.prod.lock", to: "../other")
        _ = try await detail { try await backend.lock(.test("one")) }
        _ = try await detail { _ = try await backend.lockHolder() }
        #expect(try folder.text("other") == "precious")
    }

    /// Root may read everything, so this says nothing when root runs it.
    @Test(.enabled(if: geteuid() != 0, "root is refused nothing"))
    func whatMayNotBeReadIsNoEmptyState() async throws {
        _ = try await backend.put([1], ifVersion: nil)
        #expect(chmod(folder.at("state/prod.json"), 0) == 0)
        let reading = try await detail { _ = try await backend.get() }
        #expect(reading.contains(": Permission denied. "))
    }
}

import Foundation
import JSON

/// Another implementation of keys and signed tokens than ours: Python's `cryptography`.
///
/// It judges what we sign, and makes the keys that we read.
final class IndependentJOSE: Sendable {
    /// Why tests that need it did not run.
    static let missing =
        "no python3 with the module cryptography was found (Debian: python3-cryptography)"

    /// Where CI runs it has to be there: nothing is skipped.
    static let isExpected =
        python != nil || ProcessInfo.processInfo.environment["CI"] != nil

    /// Debian's own interpreter, else whichever is found first.
    private static let python: String? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = ["/usr/bin"] + path.split(separator: ":").map(String.init)
        return folders.map { "\($0)/python3" }.first { program in
            FileManager.default.isExecutableFile(atPath: program)
                && (try? run([program, "-c", "import cryptography"], input: "")) != nil
        }
    }()

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A folder of keys, gone with this.
    let folder: URL

    /// Makes the keys.
    init() async throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tenterhook-keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        _ = try await Self.python(["keys", folder.path], input: "")
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            FileHandle.standardError.write(Data("\(folder.path) is left: \(error)\n".utf8))
        }
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    func names(where isWanted: (String) -> Bool) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter(isWanted).sorted()
    }

    /// What it makes of tokens: each with the name of a public key, or nil for the token's own.
    static func check(
        _ tokens: [(token: String, publicKey: String?)], hash: [String] = []
    ) async throws -> (tokens: [JSONValue], hashes: [String]) {
        let request: JSONValue = [
            "tokens": .array(
                tokens.map {
                    [
                        "token": .string($0.token),
                        "public": $0.publicKey.map { .string($0) } ?? .null,
                    ]
                }),
            "hash": .array(hash.map { .string($0) }),
        ]
        let output = try await python(
            ["check"], input: String(decoding: request.bytes(), as: UTF8.self))
        let answer = try JSONValue(parsing: Array(output.utf8))
        return (
            answer["tokens"]?.array ?? [], answer["hashes"]?.array?.compactMap(\.string) ?? []
        )
    }

    private static func python(_ arguments: [String], input: String) async throws -> String {
        guard let python else { throw Failure(description: missing) }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("jose.py").path
        // It blocks, hence a thread of its own.
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try run([python, script] + arguments, input: input) })
            }
        }
    }

    private static func run(_ words: [String], input: String) throws -> String {
        let process = Process()
        let (standardInput, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = input.isEmpty ? FileHandle.nullDevice : FileHandle.standardError
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(words) ended with \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

import Foundation
import Ports
import Secrets
import Vocabulary

/// A folder of its own for one test, gone with the test.
final class Scratch: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tenterhook-secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, and gives its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = "\(self.path)/\(name)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    func file(_ name: String, _ text: String) throws -> String {
        try file(name, Array(text.utf8))
    }

    /// Writes a script, and gives the words that run it.
    ///
    /// The script is read and not executed itself: a test next to this one may be starting a program
    /// while the file is written, and then the system takes the file to be busy.
    func script(_ name: String, _ text: String) throws -> [String] {
        ["/bin/sh", try file(name, text)]
    }
}

extension SystemSecrets {
    /// The secret in clear, or what is said against it.
    func outcome(of reference: SecretReference) async -> Result<String, SecretError> {
        do throws(SecretError) {
            return .success(try await resolve(reference).reveal())
        } catch {
            return .failure(error)
        }
    }
}

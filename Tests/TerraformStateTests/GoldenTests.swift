import Foundation
import Testing

/// What comes of taking over each folder of `Golden`.
///
/// `UPDATE_GOLDEN=1` rewrites what is expected, and fails, so that nobody takes a rewrite for a test
/// that passed.
struct GoldenTests {
    @Test(arguments: GoldenCase.all)
    func whatComesOfItIsAsWritten(_ golden: GoldenCase) async throws {
        let outputs = try await golden.outputs()
        for (file, actual) in outputs.sorted(by: { $0.key < $1.key }) {
            let expected = try golden.bytes(file).map { String(decoding: $0, as: UTF8.self) }
            #expect(actual?.contains("sentinel-") != true, "\(golden)/\(file) shows a secret")
            guard actual != expected else { continue }
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try golden.rewrite(file, actual)
                Issue.record("\(golden.testDescription)/\(file) is rewritten")
            } else {
                Issue.record(
                    """
                    \(golden.testDescription)/\(file) is not as written. Expected:
                    \(expected ?? "no file")
                    Actual:
                    \(actual ?? "no file")
                    """)
            }
        }
    }

    @Test func everyFolderIsRead() throws {
        #expect(GoldenCase.all.count >= 15)
        let known: Set<String> = [
            "terraform.tfstate", "live.json", "secrets.json", "tenterhook.yaml", "state.json",
            "output.txt", "plan.txt",
        ]
        for golden in GoldenCase.all {
            let files = try FileManager.default.contentsOfDirectory(atPath: golden.folder.path)
            #expect(Set(files).isSubset(of: known), "\(golden)")
        }
    }
}

import Foundation
import Testing

/// The program as its users see it: each file in `Scripts/` is a test.
@Suite struct ScriptTests {
    @Test("a script", .timeLimit(.minutes(60)), arguments: Script.names())
    func script(_ name: String) async throws {
        try await onOwnThread {
            let path = Repository.scripts.appendingPathComponent("\(name).txtar")
            try ScriptRun(try Script(path)).run()
        }
    }

    @Test("there are scripts to run")
    func scriptsAreFound() { #expect(Script.names().count > 20) }
}

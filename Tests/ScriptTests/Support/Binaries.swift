import Foundation

/// The two programs under test, as `swift build` put them beside the tests.
enum Binaries {
    static var tenterhook: String { get throws { try path(of: "tenterhook") } }
    static var lab: String { get throws { try path(of: "tenterhook-lab") } }

    /// The nearest folder above the running test bundle that holds the program.
    private static func path(of name: String) throws -> String {
        let running = [
            URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(),
            URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath(),
            Bundle.main.bundleURL,
        ]
        for start in running {
            var folder = start
            while folder.path != "/" {
                folder.deleteLastPathComponent()
                let candidate = folder.appendingPathComponent(name).path
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
                    !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate)
                {
                    return candidate
                }
            }
        }
        throw Trouble("\(name) is not beside the tests; build the whole package first")
    }
}

/// The folders of the repository, found from this file.
enum Repository {
    private static let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    /// `Tests/ScriptTests`
    static let tests = file.deletingLastPathComponent().deletingLastPathComponent()
    static let scripts = tests.appendingPathComponent("Scripts")
    static let examples = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("examples")
}

/// Why a test cannot go on, or has failed.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

import Foundation

/// The folder of data that is shared beside the repository, and never copied into it.
enum SharedData {
    /// Why a test that needs the folder did not run.
    static let missing = "shared data not found: set TENTERHOOK_SHARED or put it beside the repo"

    /// `TENTERHOOK_SHARED`, or `shared` beside the repository; nil where neither is there.
    static func folder(_ path: String, from file: String = #filePath) -> URL? {
        let environment = ProcessInfo.processInfo.environment["TENTERHOOK_SHARED"]
        let repository = URL(fileURLWithPath: file).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let shared =
            environment.map { URL(fileURLWithPath: $0) }
            ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
        let folder = shared.appendingPathComponent(path)
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }
}

import Foundation

/// Where the org's content outlives the process.
struct DataFile: Sendable {
    let path: String

    /// The content, or `nil` where there is no such file yet.
    func read() throws(LabFault) -> LabJSON? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return try LabJSON.parse(Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let fault as LabJSONFault {
            throw .unusableFile(path: path, reason: "\(fault.reason) at byte \(fault.offset)")
        } catch {
            throw .unusableFile(path: path, reason: "\(error)")
        }
    }

    /// Puts a new file in the old one's place, so that a reader sees one or the other; readable
    /// by its owner alone, as it holds secrets.
    func write(_ text: String) throws(LabFault) {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        var rest = ArraySlice(Array(text.utf8))
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            guard written > 0 else {
                let failure = failure()
                close(descriptor)
                throw failure
            }
            rest = rest.dropFirst(written)
        }
        guard close(descriptor) == 0, rename(draft, path) == 0 else { throw failure() }
    }

    private func failure() -> LabFault {
        .unusableFile(path: path, reason: String(cString: strerror(errno)))
    }
}

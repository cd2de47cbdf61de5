import Glibc

/// Replaces a file as a whole: whoever looks, at whatever moment and after whatever crash, finds
/// the old bytes or the new ones.
///
/// 1. The bytes go to a temporary file in the same folder, `.NAME.<16 hex digits>.tmp`, mode 0600.
/// 2. It is synced, so that the name never comes to lead to a file not yet on the disk.
/// 3. It is renamed over the file.
/// 4. The folder is synced, so that the rename is on the disk as well.
///
/// The temporary file is removed when a stage fails, and by `removeLeftovers` when the process did
/// not live to do so.
struct AtomicReplacement {
    let path: FilePath

    init(of path: FilePath) { self.path = path }

    func write(_ bytes: [UInt8]) throws(FileFault) {
        let random = String(UInt64.random(in: .min ... .max), radix: 16)
        let digits = String(repeating: "0", count: Self.digits - random.utf8.count) + random
        let temporary = FilePath(
            folder: path.folder, name: Self.prefix(path.name) + digits + Self.suffix
        ).text
        do throws(FileFault) {
            let file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_EXCL, to: .write)
            try file.append(bytes)
            try file.sync()
            guard rename(temporary, path.text) == 0 else { throw FileFault(.write, path.text) }
        } catch {
            // What is reported is why the write failed; a leftover is taken away at the next lock.
            unlink(temporary)
            throw error
        }
        try Folder(path.folder).sync()
    }

    /// Removes the temporary files of writes that did not end. Only for the holder of the lock:
    /// what is a leftover for it is the work of the hour for another.
    func removeLeftovers() throws(FileFault) {
        let prefix = Self.prefix(path.name)
        for name in try Folder(path.folder).entries() {
            guard name.hasPrefix(prefix), name.hasSuffix(Self.suffix) else { continue }
            let middle = name.dropFirst(prefix.count).dropLast(Self.suffix.count)
            guard middle.count == Self.digits, middle.allSatisfy(\.isHexDigit) else { continue }
            let leftover = FilePath(folder: path.folder, name: name).text
            guard unlink(leftover) == 0 || errno == ENOENT else {
                throw FileFault(.remove, leftover)
            }
        }
    }

    private static let digits = 16
    private static let suffix = ".tmp"
    private static func prefix(_ name: String) -> String { ".\(name)." }
}

import Glibc
package import Ports

extension StateBackendKind {
    /// A folder on this machine; `path` is the folder, from the manifest's own.
    package static let local = StateBackendKind(name: "local", settings: ["path"]) {
        (declaration) throws(StateBackendError) in
        try LocalStateBackend(
            directory: declaration.path(declaration.settings["path"] ?? "state"),
            org: declaration.org)
    }
}

/// Keeps a state in a folder of this machine.
///
/// - `ORG.json` is the state: mode 0600, replaced as a whole. Where it is a symbolic link, it stays
///   one, and what it leads to is replaced; a link to nowhere is an error and not an empty state.
/// - `ORG.json.backup` is the state as it was before the last run that wrote. A run writes after
///   each step, and the state before the last of those would be worth little; so it is put aside
///   at the first write under a lock. A write outside a run is a run of its own.
/// - `.ORG.lock` is what a run locks. It stays, empty, when the run is over.
///
/// The folder is made at the first lock or write. A state that cannot be read is never treated as
/// one that is not there.
package actor LocalStateBackend: StateBackend {
    package nonisolated let place: String
    package nonisolated let backupPlace: String?
    package nonisolated let checkpointInterval = Duration.seconds(1)
    private let state: FilePath
    private let backup: FilePath
    private let runLock: RunLock
    private var held: HeldLock?

    /// Names the folder and the org, whose name is the file's; nothing is made or read yet.
    package init(directory: String, org: String) throws(StateBackendError) {
        guard Self.isSafeName(org) else {
            throw .failed(
                detail: """
                    An org's name is the name of its state file, and can only have letters, \
                    digits, _ and -, 1 to \(Self.longestName) of them. Rename the org in the \
                    manifest.
                    """)
        }
        guard !directory.utf8.contains(0) else {
            throw .failed(
                detail: "The state's folder has a zero byte in its path. Name another folder.")
        }
        var folder = directory.isEmpty ? "." : directory
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        state = FilePath(folder: folder, name: "\(org).json")
        backup = FilePath(folder: folder, name: "\(org).json.backup")
        runLock = RunLock(path: FilePath(folder: folder, name: ".\(org).lock").text)
        place = state.text
        backupPlace = backup.text
    }

    package func get() throws(StateBackendError) -> VersionedState? {
        try onFiles { () throws(FileFault) in
            try readState().map { VersionedState(bytes: $0, version: contentVersion($0)) }
        }
    }

    package func put(
        _ bytes: [UInt8], ifVersion version: String?
    ) throws(StateBackendError) -> String {
        if let held, try onFiles({ () throws(FileFault) in try held.isWhole() }) {
            return try replace(bytes, ifVersion: version, under: held)
        }
        // Outside a run, or in one whose lock was broken: not while somebody else has the lock.
        return try replace(bytes, ifVersion: version, under: try takeLock(for: nil))
    }

    package func lock(_ holder: LockHolder) throws(StateBackendError) {
        if let other = held?.holder { throw .locked(other) }
        held = try takeLock(for: holder)
    }

    /// Nothing is amiss if the lock was broken: it is given back all the same.
    package func unlock() throws(StateBackendError) {
        guard let held else { throw .noSuchLock(holder: try runLock.holder()) }
        self.held = nil
        try onFiles { () throws(FileFault) in try held.clear() }
    }

    package func lockHolder() throws(StateBackendError) -> LockHolder? { try runLock.holder() }

    package func breakLock(id: String) throws(StateBackendError) { try runLock.break(id: id) }
}

extension LocalStateBackend {
    /// Takes the lock, and clears away what runs that died have left behind.
    private func takeLock(for holder: LockHolder?) throws(StateBackendError) -> HeldLock {
        try onFiles { () throws(FileFault) in
            let folder = Folder(state.folder)
            try folder.make()
            try folder.ignoreInGitIfEmpty()
        }
        let lock = try runLock.take(for: holder)
        try onFiles { () throws(FileFault) in
            for path in [try state.resolved(), backup] {
                try AtomicReplacement(of: path).removeLeftovers()
            }
        }
        return lock
    }

    private func replace(
        _ bytes: [UInt8], ifVersion version: String?, under lock: HeldLock
    ) throws(StateBackendError) -> String {
        let old = try onFiles { () throws(FileFault) in try readState() }
        guard old.map(contentVersion) == version else { throw .moved }
        try onFiles { () throws(FileFault) in
            if let old, !lock.hasBackup { try AtomicReplacement(of: backup).write(old) }
            // Set for a first state too: what it replaces later is this run's own.
            lock.hasBackup = true
            try AtomicReplacement(of: try state.resolved()).write(bytes)
        }
        return contentVersion(bytes)
    }

    private func readState() throws(FileFault) -> [UInt8]? {
        do throws(FileFault) {
            return try OpenFile(state.text, O_RDONLY, to: .read).contents()
        } catch {
            guard error.code == ENOENT else { throw error }
            // There is none; unless the name is a link to nowhere, which resolving it tells.
            _ = try state.resolved()
            return nil
        }
    }

    private func onFiles<Result>(
        _ work: () throws(FileFault) -> Result
    ) throws(StateBackendError) -> Result {
        do throws(FileFault) { return try work() } catch { throw error.backendError }
    }

    /// Leaves room for what is put around a name within the 255 bytes that a file name may have.
    private static let longestName = 200

    private static func isSafeName(_ name: String) -> Bool {
        (1...longestName).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

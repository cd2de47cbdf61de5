import Glibc

/// A folder in which a state is kept.
struct Folder {
    let path: String

    init(_ path: String) { self.path = path }

    /// Makes the folder and those above it, for this user alone, where they are missing.
    func make() throws(FileFault) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw FileFault(.makeFolder, path, code: ENOTDIR)
            }
            return
        }
        guard errno == ENOENT else { throw FileFault(.makeFolder, path) }
        let parent = Folder(FilePath(path).folder)
        if parent.path != path { try parent.make() }
        if mkdir(path, 0o700) == 0 {
            try parent.sync()
        } else {
            // Another run may have made it in between; a link to nowhere is there and is none.
            guard errno == EEXIST, stat(path, &status) == 0 else {
                throw FileFault(.makeFolder, path)
            }
        }
    }

    /// Keeps what is in the folder out of git, if there is nothing in it yet.
    ///
    /// A folder that is in use is left as it is: it may be one that holds other things, for which
    /// ignoring everything would be wrong, or a state that is meant to be in git.
    func ignoreInGitIfEmpty() throws(FileFault) {
        guard try entries().isEmpty else { return }
        do throws(FileFault) {
            let ignore = FilePath(folder: path, name: ".gitignore").text
            let file = try OpenFile(ignore, O_WRONLY | O_CREAT | O_EXCL, mode: 0o644, to: .write)
            try file.append(Array("*\n".utf8))
        } catch {
            // Another run may have been faster, and wrote the same.
            guard error.code == EEXIST else { throw error }
        }
    }

    /// The names of everything in the folder, sorted.
    func entries() throws(FileFault) -> [String] {
        guard let stream = opendir(path) else { throw FileFault(.read, path) }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileFault(.read, path) }
                return names.sorted()
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// Returns when the folder's entries are on the disk.
    func sync() throws(FileFault) {
        try OpenFile(path, O_RDONLY | O_DIRECTORY, to: .write).sync()
    }
}

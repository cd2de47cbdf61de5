import Glibc

/// A path taken apart at its last slash.
struct FilePath: Hashable {
    let folder: String
    let name: String

    init(_ text: String) {
        guard let slash = text.lastIndex(of: "/") else {
            folder = "."
            name = text
            return
        }
        folder = slash == text.startIndex ? "/" : String(text[..<slash])
        name = String(text[text.index(after: slash)...])
    }

    init(folder: String, name: String) {
        self.folder = folder
        self.name = name
    }

    var text: String {
        switch folder {
        case ".": name
        case "/": "/" + name
        default: "\(folder)/\(name)"
        }
    }

    /// The path to which a symbolic link leads in the end; the path itself when it is none.
    func resolved() throws(FileFault) -> FilePath {
        var status = stat()
        guard lstat(text, &status) == 0 else {
            guard errno == ENOENT else { throw FileFault(.read, text) }
            return self
        }
        guard status.st_mode & S_IFMT == S_IFLNK else { return self }
        guard let target = realpath(text, nil) else { throw FileFault(.read, text) }
        defer { free(target) }
        return FilePath(String(cString: target))
    }
}

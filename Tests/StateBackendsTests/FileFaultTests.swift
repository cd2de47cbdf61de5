import Glibc
import Ports
import Testing

@testable import StateBackends

@Suite struct FileFaultTests {
    @Test(arguments: [
        (ENOSPC, "No space left on device. Free some space"),
        (EDQUOT, "Disk quota exceeded. Free some space"),
        (EACCES, "Permission denied. Let this user read and write"),
        (EROFS, "Read-only file system. The file system is read-only"),
        (EISDIR, "Is a directory. Something else stands"),
        (ENOLCK, "No locks available. The file system cannot lock"),
        (EIO, "Input/output error. See that the disk is healthy"),
    ])
    func aFaultSaysWhatToDo(_ code: Int32, _ text: String) {
        let fault = FileFault(.write, "state/prod.json", code: code)
        #expect(fault.detail.hasPrefix("Cannot write state/prod.json: \(text)"))
        #expect(fault.detail.hasSuffix("."))
        #expect(fault.backendError == .failed(detail: fault.detail))
    }

    /// A device that is always full stands for a full disk.
    @Test(.enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"))
    func aFullDiskIsNamed() throws {
        let file = try OpenFile("/dev/full", O_WRONLY, to: .write)
        do throws(FileFault) {
            try file.append(Array("bytes".utf8))
            Issue.record("written")
        } catch {
            #expect(error == FileFault(.write, "/dev/full", code: ENOSPC))
        }
    }

    /// What a run must notice when the lock it waited for was broken: its file has lost its name.
    @Test func aFileKnowsThatItsPathLeadsElsewhere() throws {
        let folder = try TemporaryFolder()
        let file = try OpenFile(folder.at("lock"), O_RDWR | O_CREAT, to: .lock)
        #expect(try file.isStillAtPath())
        #expect(unlink(folder.at("lock")) == 0)
        #expect(!(try file.isStillAtPath()))
        let other = try OpenFile(folder.at("lock"), O_RDWR | O_CREAT, to: .lock)
        #expect(!(try file.isStillAtPath()))
        #expect(try other.isStillAtPath())
        // Both can be locked at once, which is why it must be noticed.
        #expect(try file.takeLock(LOCK_EX))
        #expect(try other.takeLock(LOCK_EX))
        #expect(!(try OpenFile(folder.at("lock"), O_RDWR, to: .lock).takeLock(LOCK_EX)))
    }

    @Test(arguments: [
        ("prod.json", ".", "prod.json"), ("/prod.json", "/", "prod.json"),
        ("a/b", "a", "b"), ("/a/b/c", "/a/b", "c"), ("./a", ".", "a"),
    ])
    func aPathIsTakenApart(_ text: String, _ folder: String, _ name: String) {
        #expect(FilePath(text) == FilePath(folder: folder, name: name))
    }

    @Test func versionsTellContentsApart() {
        // The published value of FNV-1a for the letter a.
        #expect(contentVersion(Array("a".utf8)) == "af63dc4c8601ec8c-1")
        #expect(contentVersion([]) == "cbf29ce484222325-0")
        #expect(contentVersion([0]) != contentVersion([0, 0]))
    }
}

import JSON
import Ports

/// A lock's holder as the lock file has it: one line of JSON.
extension LockHolder {
    var text: [UInt8] {
        var object: JSONObject = [
            "id": .string(id), "who": .string(who), "pid": .number(JSONNumber(pid)),
            "since": .string(since), "command": .string(command),
        ]
        object["ci_run"] = ciRun.map { .string($0) }
        return JSONValue.object(object).bytes(sorted: true) + [UInt8(ascii: "\n")]
    }

    /// Reads what `text` writes.
    ///
    /// The file may be locked and say nothing we understand, if a foreign program locked it: it is
    /// locked all the same, by one whose every name is `unknown`.
    init(readingLockFile bytes: [UInt8]) {
        let value: JSONValue
        do throws(JSONParseError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            value = .null
        }
        let unknown = "unknown"
        self.init(
            id: value["id"]?.string ?? unknown, who: value["who"]?.string ?? unknown,
            pid: value["pid"]?.int ?? 0, since: value["since"]?.string ?? unknown,
            command: value["command"]?.string ?? unknown, ciRun: value["ci_run"]?.string)
    }
}

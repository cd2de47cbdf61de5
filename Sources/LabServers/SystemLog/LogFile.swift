import Foundation

/// A file of events, as the System Log's API gives them: one a line, or one array.
struct LogFile {
    let path: String

    /// The events; those that have a `uuid`, an `eventType` and a date are left as they are.
    func entries(now: Timestamp) throws(LabFault) -> [LogEntry] {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw .unusableFile(path: path, reason: "it cannot be read")
        }
        let first = data.first { !$0.isSpace }
        return try first == UInt8(ascii: "[") ? array(data, now) : lines(data, now)
    }

    private func array(_ data: Data, _ now: Timestamp) throws(LabFault) -> [LogEntry] {
        do {
            return try (LabJSON.parse(data).items ?? []).map { try LogEntry($0, now: now) }
        } catch let fault as LabJSONFault {
            throw .unusableFile(path: path, reason: "\(fault.reason) at byte \(fault.offset)")
        } catch {
            throw .unusableFile(path: path, reason: (error as? StateFault)?.reason ?? "\(error)")
        }
    }

    private func lines(_ data: Data, _ now: Timestamp) throws(LabFault) -> [LogEntry] {
        var entries: [LogEntry] = []
        let decoder = JSONDecoder()
        var types: [String: String] = [:]
        var number = 0
        var start = data.startIndex
        while start < data.endIndex {
            number += 1
            let end = Self.lineEnd(data, from: start)
            let line = data[start..<end]
            start = end + 1
            guard line.contains(where: { !$0.isSpace }) else { continue }
            do {
                entries.append(try Self.entry(line, now, decoder, &types))
            } catch {
                throw .unusableFile(path: path, reason: "line \(number): \(error.reason)")
            }
        }
        return entries
    }

    private static func lineEnd(_ data: Data, from start: Int) -> Int {
        data.withUnsafeBytes { bytes in
            let from = start - data.startIndex
            guard let base = bytes.baseAddress,
                let found = memchr(base + from, Int32(UInt8(ascii: "\n")), bytes.count - from)
            else { return data.endIndex }
            return data.startIndex + (UnsafeRawPointer(found) - base)
        }
    }

    /// What the lab looks at in every event.
    private struct Head: Decodable {
        let uuid: String?
        let published: String?
        let eventType: String?
    }

    /// - Parameter types: the names so far, for each to be held once.
    private static func entry(
        _ line: Data, _ now: Timestamp, _ decoder: JSONDecoder, _ types: inout [String: String]
    ) throws(StateFault) -> LogEntry {
        let head: Head
        do {
            head = try decoder.decode(Head.self, from: line)
        } catch {
            throw StateFault("it is no event")
        }
        guard let uuid = head.uuid, let type = head.eventType,
            let published = head.published.flatMap(Timestamp.init)
        else {
            do {
                return try LogEntry(LabJSON.parse(line), now: now)
            } catch let fault as StateFault {
                throw fault
            } catch {
                throw StateFault("it is no event")
            }
        }
        let name = types[type] ?? type
        types[name] = name
        return LogEntry(text: Array(line), uuid: uuid, eventType: name, published: published)
    }
}

extension UInt8 {
    /// Of JSON: a blank, a tab or the end of a line.
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

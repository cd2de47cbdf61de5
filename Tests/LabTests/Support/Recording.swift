import Foundation
import LabServers

/// One exchange with a real org.
struct RecordedExchange: Sendable {
    let method: String
    let path: String
    let requestBody: LabJSON?
    let status: Int
    let responseBody: LabJSON?
    /// ISO 8601, when the org dealt with it.
    let date: String
}

/// The recordings that lie beside the repository.
enum Recordings {
    static let folder: URL = {
        let shared = ProcessInfo.processInfo.environment["TENTERHOOK_SHARED"].map {
            URL(fileURLWithPath: $0)
        }
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .appendingPathComponent("../../../..").standardized
        return (shared ?? root.appendingPathComponent("../shared").standardized)
            .appendingPathComponent("okta/recordings")
    }()

    /// The recordings of what the lab knows; none where the folder is absent.
    static let names: [String] = {
        let kinds = ["EventHook", "InlineHook", "HookKey"]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { name in
            name.hasSuffix(".json") && kinds.contains { name.hasPrefix($0) }
        }
        .sorted()
    }()

    static func exchanges(_ name: String) throws -> [RecordedExchange] {
        let parsed = try LabJSON.parse(Data(contentsOf: folder.appendingPathComponent(name)))
        return (parsed.items ?? []).map { item in
            RecordedExchange(
                method: item["method"]?.text ?? "", path: item["path"]?.text ?? "",
                requestBody: item["requestBody"].flatMap { $0.isNull ? nil : $0 },
                status: item["status"]?.integer ?? 0,
                responseBody: item["responseBody"].flatMap { $0.isNull ? nil : $0 },
                date: date(of: item))
        }
    }

    /// The answer's `Date`; or the `lastUpdated` in it, where the second ended in between.
    private static func date(of item: LabJSON) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        let iso = ISO8601DateFormatter()
        guard let text = item["date"]?.text, let date = formatter.date(from: text) else {
            return ""
        }
        let second = iso.string(from: date.addingTimeInterval(-1)).dropLast() + ".000Z"
        let isLate = item["responseBody"]?["lastUpdated"]?.text == String(second)
        return isLate ? String(second) : iso.string(from: date)
    }
}

import Foundation
import LabServers

/// One exchange with a real org.
struct RecordedExchange: Sendable {
    let method: String
    let path: String
    let requestBody: LabJSON?
    let status: Int
    let responseBody: LabJSON?
    /// ISO 8601, of the answer's `Date`.
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

    /// The recordings of event hooks; none where the folder is absent.
    static let eventHooks: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix("EventHook") && $0.hasSuffix(".json") }.sorted()
    }()

    static func exchanges(_ name: String) throws -> [RecordedExchange] {
        let parsed = try LabJSON.parse(Data(contentsOf: folder.appendingPathComponent(name)))
        return (parsed.items ?? []).map { item in
            RecordedExchange(
                method: item["method"]?.text ?? "", path: item["path"]?.text ?? "",
                requestBody: item["requestBody"].flatMap { $0.isNull ? nil : $0 },
                status: item["status"]?.integer ?? 0,
                responseBody: item["responseBody"].flatMap { $0.isNull ? nil : $0 },
                date: iso(item["date"]?.text ?? ""))
        }
    }

    private static func iso(_ httpDate: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        guard let date = formatter.date(from: httpDate) else { return httpDate }
        return ISO8601DateFormatter().string(from: date)
    }
}

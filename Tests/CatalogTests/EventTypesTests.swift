import Catalog
import Foundation
import JSON
import Testing

/// The catalogue of event types that is shipped.
struct EventTypesTests {
    @Test func isSortedAndHasEachTypeOnce() {
        let names = EventTypes.all.map(\.name)
        #expect(names == names.sorted())
        #expect(Set(names).count == names.count)
    }

    @Test func hasAsManyAsOktasOwn() {
        let all = EventTypes.all
        #expect(all.count == 1274)
        #expect(all.count { $0.status == .published } == 1178)
        #expect(all.count { $0.status == .beta } == 83)
        #expect(all.count { $0.status == .internal } == 13)
        #expect(all.count(where: \.isEligible) == 314)
        #expect(all.count { $0.isEligible && $0.status == .published } == 264)
        #expect(EventTypes.release.wholeMatch(of: /20\d\d\.\d\d\.\d+/) != nil)
    }

    @Test func everyTypeIsFoundByItsName() {
        for type in EventTypes.all { #expect(EventTypes.named(type.name) == type) }
    }

    @Test(arguments: [
        "", "user", "user.lifecycle.deactivat", "user.lifecycle.deactivatee",
        "USER.LIFECYCLE.DEACTIVATE", "zzz", "\u{0}", " user.lifecycle.deactivate",
    ])
    func isNone(_ name: String) {
        #expect(EventTypes.named(name) == nil)
    }

    @Test func everyTypeIsWhole() {
        for type in EventTypes.all {
            #expect(type.name.wholeMatch(of: /[a-z0-9_.\-]+/.ignoresCase()) != nil, "\(type.name)")
            #expect(!type.category.isEmpty, "\(type.name)")
        }
    }

    static let catalogue = sharedFile("okta/event-types.json")

    @Test(.enabled(if: catalogue != nil, "shared data not found: set TENTERHOOK_SHARED"))
    func isOktasCatalogue() throws {
        let file = try #require(Self.catalogue)
        let document = try JSONValue(parsing: Array(try Data(contentsOf: file)))
        let theirs = try #require(document["eventTypes"]?.array)
        #expect(document["meta"]?["catalogRelease"]?.string == EventTypes.release)
        #expect(theirs.count == EventTypes.all.count)
        for entry in theirs {
            let name = try #require(entry["name"]?.string)
            let type = try #require(EventTypes.named(name), "\(name) is not shipped")
            #expect(type.isEligible == (entry["eventHookEligible"]?.bool ?? false), "\(name)")
            #expect(type.category == entry["category"]?.string, "\(name)")
        }
    }

    /// A file of the shared data; nil where there is none.
    private static func sharedFile(_ path: String) -> URL? {
        let environment = ProcessInfo.processInfo.environment["TENTERHOOK_SHARED"]
        let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let shared =
            environment.map { URL(fileURLWithPath: $0) }
            ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
        let file = shared.appendingPathComponent(path)
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }
}

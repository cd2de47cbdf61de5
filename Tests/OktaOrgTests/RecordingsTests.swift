import Foundation
import HTTPTransport
import JSON
import Kinds
import Ports
import Testing
import Vocabulary

@testable import OktaOrg

/// Okta's real answers, played to the program in the order in which they were recorded.
@Suite(
    .enabled(
        if: Recording.all.count > 0,
        "The recordings are not at \(Recording.folder.path); TENTERHOOK_SHARED says where they are."
    ))
struct RecordingsTests {
    @Test(
        "Every recorded call is made as it was recorded, and its answer read",
        arguments: Recording.all)
    func replay(recording: Recording) async throws {
        for exchange in recording.exchanges {
            let body = exchange["responseBody"].flatMap { $0.isNull ? nil : $0 }?.text() ?? ""
            let script = ScriptedOrg([.answer(try #require(exchange["status"]?.int), body)])
            let live = try await play(exchange, of: recording.kind, to: script.org())
            let request = try #require(script.requests.first)
            #expect(request.method == exchange["method"]?.string)
            #expect(request.url == ScriptedOrg.url + (exchange["path"]?.string ?? ""))
            #expect(
                try request.body.map { try JSONValue(parsing: $0) } ?? .null
                    == exchange["requestBody"])
            #expect(live?.id == exchange["responseBody"]?["id"]?.string)
            #expect(live?.name == exchange["responseBody"]?["name"]?.string)
            #expect(live?.unread ?? [] == [])
        }
    }

    @Test("What is read back writes the body that was sent", arguments: Recording.all)
    func bodies(recording: Recording) throws {
        let kind = recording.kind
        var checked = 0
        for exchange in recording.exchanges {
            guard let sent = exchange["requestBody"], !sent.isNull, sent["name"] != nil,
                let answer = exchange["responseBody"]
            else { continue }
            var attributes = try kind.read(answer).attributes
            var secrets: [Fingerprint: Secret] = [:]
            for path in kind.paths(with: .writeOnly).sorted() {
                let value = sent.value(at: path)?.string
                #expect((attributes[path] == .unknown) == (value != nil), "\(path)")
                guard let value else { continue }
                let fingerprint = Fingerprint(
                    n: 2, r: 1, p: 1, salt: "00", hash: "0\(secrets.count)")
                secrets[fingerprint] = Secret(value)
                attributes[path] = .secret(fingerprint)
            }
            let body = try kind.body(for: attributes) { secrets[$0] }
            #expect(body.inAnyOrder == recording.comparable(sent).inAnyOrder)
            checked += 1
        }
        #expect(checked >= 2)
    }

    /// Makes the call that a recorded exchange was.
    private func play(
        _ exchange: JSONValue, of kind: ResourceKind, to org: OktaClient
    ) async throws -> LiveObject? {
        let path = try #require(exchange["path"]?.string)
        let rest = path.dropFirst(kind.collection.count).split(separator: "/").map(String.init)
        let body = exchange["requestBody"] ?? .null
        switch (exchange["method"]?.string, rest.count) {
        case ("POST", 0): return try await org.create(kind, body: body)
        case ("GET", 1): return try await org.read(kind, id: rest[0])
        case ("PUT", 1): return try await org.update(kind, id: rest[0], body: body)
        case ("POST", 3):
            let call = try #require(ResourceKind.LifecycleCall(rawValue: rest[2]))
            return try await org.call(call, kind, id: rest[0])
        case ("DELETE", 1):
            try await org.delete(kind, id: rest[0])
            return nil
        default: throw Unexpected(path)
        }
    }
}

struct Recording: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: ResourceKind
    let exchanges: [JSONValue]

    var testDescription: String { name }

    static let folder: URL = {
        let shared =
            ProcessInfo.processInfo.environment["TENTERHOOK_SHARED"].map { URL(filePath: $0) }
            ?? URL(filePath: #filePath).resolvingSymlinksInPath()
            .appending(path: "../../../../shared").standardized
        return shared.appending(path: "okta/recordings")
    }()

    static let all: [Recording] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let kinds: [(prefix: String, kind: ResourceKind)] = [
            ("EventHook", .eventHook), ("InlineHook", .inlineHook), ("HookKey", .hookKey),
        ]
        return names.sorted().compactMap { name in
            guard let kind = kinds.first(where: { name.hasPrefix($0.prefix) })?.kind else {
                return nil
            }
            let bytes =
                (try? Data(contentsOf: folder.appending(path: name))).map { Array($0) } ?? []
            // A file that cannot be read fails the tests by having no exchanges.
            return Recording(
                name: name, kind: kind,
                exchanges: (try? JSONValue(parsing: bytes))?.array ?? [])
        }
    }()
}

extension Recording {
    /// A recorded body without what we never send: a status that Okta ignores.
    func comparable(_ body: JSONValue) -> JSONValue {
        guard var object = body.object else { return body }
        if kind.statusAttribute.flatMap(kind.attribute)?.has(.leftOutOfBodies) == true {
            object["status"] = nil
        }
        return .object(object)
    }
}

extension JSONValue {
    fileprivate func value(at path: String) -> JSONValue? {
        path.split(separator: ".").reduce(self) { $0?[String($1)] }
    }

    /// The same value with every array sorted, for arrays whose order means nothing.
    fileprivate var inAnyOrder: JSONValue {
        switch self {
        case .array(let items):
            .array(items.map(\.inAnyOrder).sorted { $0.text(sorted: true) < $1.text(sorted: true) })
        case .object(let object):
            .object(JSONObject(object.members.map { (key: $0.key, value: $0.value.inAnyOrder) }))
        default: self
        }
    }
}

import Foundation
import JSON
import Kinds
import Manifests
import Planning
import Reconciling
import State
import Testing
import Vocabulary

/// One folder of `Golden`: what is wanted, recorded and live, and the plan that follows from it.
///
/// - `desired.yaml`: the manifest. `{ env: NAME }` gives `sentinel-NAME`, see `SentinelSecrets`.
/// - `state.json`: the state, in which `"fingerprint": "of sentinel-NAME"` stands for the fingerprint
///   of that secret. Without it nothing was ever applied.
/// - `live.json`: the objects as the org lists them; without it the org is empty.
/// - `options.json`: `org`, `mode`, `targets`, `variables`; none is needed.
/// - `plan.txt`: the plan and the diagnostics as people see them.
/// - `plan.json`: the plan as it is saved; only where no error stands against it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    struct Malformed: Error { let what: String }

    /// A plan's input, as far as it is not the manifest's mistake.
    struct World: Sendable {
        var request: PlanRequest
        var snapshot: Snapshot
        var live: [LiveObject]
    }

    let folder: URL

    var name: String { folder.lastPathComponent }
    var testDescription: String { name }

    static let all: [GoldenCase] = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("Golden")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().map { GoldenCase(folder: root.appendingPathComponent($0)) }
    }()

    /// The bytes of one of the folder's files; nil when there is none.
    func bytes(_ file: String) throws -> [UInt8]? {
        let url = folder.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return Array(try Data(contentsOf: url))
    }

    func manifest() throws -> ManifestReading {
        guard let bytes = try bytes("desired.yaml") else { throw Malformed(what: "desired.yaml") }
        return ManifestReader.read(
            root: "desired.yaml",
            files: ManifestFiles(
                read: { $0 == "desired.yaml" ? .success(bytes) : .failure(.missing) },
                glob: { _ in .success([]) }))
    }

    /// What is planned from, and the manifest's diagnostics; the world is nil after an error.
    func read() throws -> (world: World?, diagnostics: [Diagnostic]) {
        let options = try self.options()
        let reading = try manifest()
        guard let manifest = reading.manifest else { return (nil, reading.diagnostics) }
        let org: OrgDeclaration
        switch manifest.organisation(named: options["org"]?.string) {
        case .org(let chosen): org = chosen
        case .unclear(let problem): return (nil, reading.diagnostics + [problem])
        }
        let variables = (options["variables"]?.object?.members ?? []).map {
            ($0.key, $0.value.string ?? "")
        }
        let lowered = manifest.declarations(
            for: org, variables: Dictionary(uniqueKeysWithValues: variables))
        let diagnostics = reading.diagnostics + lowered.diagnostics
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }

        let url = org.url ?? ""
        let snapshot = try self.snapshot(url)
        try snapshot.ensure(org: url)
        let request = PlanRequest(
            mode: try options["mode"].map(mode) ?? .apply, orgName: org.name, orgURL: url,
            manifestDigest: "digest-of-the-manifest", declarations: lowered.resources,
            policy: manifest.policy,
            targets: try (options["targets"]?.array ?? []).map(address),
            relocations: manifest.relocations)
        return (World(request: request, snapshot: snapshot, live: try live()), diagnostics)
    }

    private func options() throws -> JSONObject {
        guard let bytes = try bytes("options.json") else { return JSONObject() }
        let options = try JSONValue(parsing: bytes).object ?? JSONObject()
        for key in options.keys where !["org", "mode", "targets", "variables"].contains(key) {
            throw Malformed(what: "options.json: \(key)")
        }
        return options
    }

    private func mode(_ json: JSONValue) throws -> Plan.Mode {
        guard let mode = Plan.Mode(rawValue: json.string ?? "") else {
            throw Malformed(what: "options.json: mode")
        }
        return mode
    }

    private func address(_ json: JSONValue) throws -> Address {
        guard let address = Address(json.string ?? "") else {
            throw Malformed(what: "options.json: targets")
        }
        return address
    }

    private func snapshot(_ orgURL: String) throws -> Snapshot {
        guard let bytes = try bytes("state.json") else {
            return Snapshot(lineage: "a-new-lineage", org: orgURL)
        }
        var text = String(decoding: bytes, as: UTF8.self)
        for match in text.matches(of: /"fingerprint": "of ([^"]*)"/).reversed() {
            let fingerprint = SentinelFingerprints.fingerprint(of: String(match.output.1))
            text.replaceSubrange(match.range, with: "\"fingerprint\": \"\(fingerprint)\"")
        }
        return try Snapshot(parsing: Array(text.utf8))
    }

    private func live() throws -> [LiveObject] {
        guard let bytes = try bytes("live.json") else { return [] }
        guard let items = try JSONValue(parsing: bytes).array else {
            throw Malformed(what: "live.json")
        }
        // Which kind an object is of, the org tells by the list that it stands in.
        return try items.map { item in
            let kind = KindRegistry.kind(named: item["kind"]?.string ?? "event_hook")
            guard let kind else { throw Malformed(what: "live.json: kind") }
            return try kind.read(item)
        }
    }
}

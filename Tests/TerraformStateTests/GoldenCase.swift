import Foundation
import JSON
import Kinds
import Manifests
import Planning
import Ports
import Reconciling
import Rendering
import State
import TerraformState
import Testing
import Vocabulary

/// One folder of `Golden`: what Terraform has, what the org has, and what comes of taking it over.
///
/// - `terraform.tfstate`: Terraform's state.
/// - `live.json`: the objects as the org lists them, with their `kind`.
/// - `secrets.json`: what the environment variables hold that the next plan needs.
/// - `tenterhook.yaml`, `state.json`: what is written; neither where there is an error.
/// - `output.txt`: what people are told, the error or the report.
/// - `plan.txt`: the next plan.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    struct Malformed: Error { let what: String }

    static let url = "https://acme.okta.com"

    let folder: URL

    var testDescription: String { folder.lastPathComponent }

    static let all: [GoldenCase] = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("Golden")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().map { GoldenCase(folder: root.appendingPathComponent($0)) }
    }()

    func bytes(_ file: String) throws -> [UInt8]? {
        let url = folder.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return Array(try Data(contentsOf: url))
    }

    /// What the expected files are to hold; nil for one that must not be there.
    func outputs() async throws -> [String: String?] {
        let style = TextStyle(color: false, width: 80, unicode: true)
        func failure(_ diagnostics: [Diagnostic]) -> [String: String?] {
            let text = renderDiagnostics(diagnostics, sources: [:], style: style)
            return ["output.txt": text, "tenterhook.yaml": nil, "state.json": nil, "plan.txt": nil]
        }
        let bytes = try state()
        let file: TerraformFile
        let hooks: TerraformHooks
        do throws(TerraformStateError) {
            file = try TerraformFile(parsing: bytes)
            hooks = try TerraformHooks(file)
        } catch {
            return failure([error.diagnostic(file: "terraform.tfstate")])
        }
        let org = CannedOrg(try live())
        let knowledge = SecretKnowledge(source: try secrets(), fingerprints: PlainFingerprints())
        let survey = try await TerraformSurvey(of: org, at: Self.url, file, hooks)
        guard survey.problems.isEmpty else { return failure(survey.problems) }
        let drafted = survey.manifest(orgName: "main", orgURL: Self.url, tokenVariable: nil)
        let (manifest, declarations) = try read(drafted.text)
        var snapshot = Snapshot(lineage: "a-new-lineage", org: Self.url)
        let adopted = try await survey.adopt(
            drafted.written, declarations: declarations, snapshot: snapshot, knowledge: knowledge)
        guard adopted.problems.isEmpty else { return failure(adopted.problems) }
        snapshot.apply(adopted.edits)
        let report = survey.report(drafted, adopted, orgURL: Self.url)

        let plan = try await PlanOperation(org: org, knowledge: knowledge) { _, _ in nil }.run(
            PlanRequest(
                mode: .apply, orgName: "main", orgURL: Self.url, manifestDigest: "",
                declarations: declarations, policy: manifest.policy), snapshot: snapshot)
        #expect(await org.usage().requests <= 6)
        return [
            "output.txt": renderTerraformImport(report, style: style),
            "tenterhook.yaml": drafted.text,
            "state.json": String(decoding: snapshot.bytes(), as: UTF8.self),
            "plan.txt": PlanView(plan.outcome.plan).text(style)
                + renderDiagnostics(plan.outcome.diagnostics, sources: [:], style: style),
        ]
    }

    func rewrite(_ file: String, _ text: String?) throws {
        let url = folder.appendingPathComponent(file)
        if let text {
            try Data(text.utf8).write(to: url)
        } else {
            try FileManager.default.removeItem(at: url)
        }
    }

    private func read(_ text: String) throws -> (Manifest, [ResourceDeclaration]) {
        let reading = ManifestReader.read(
            root: "tenterhook.yaml",
            files: ManifestFiles(
                read: { _ in .success(Array(text.utf8)) }, glob: { _ in .success([]) }))
        let manifest = try #require(reading.manifest, "\(reading.diagnostics)")
        let lowered = manifest.declarations(for: try #require(manifest.orgs.first), variables: [:])
        #expect(!(reading.diagnostics + lowered.diagnostics).hasErrors)
        return (manifest, lowered.resources)
    }

    private func state() throws -> [UInt8] {
        guard let bytes = try bytes("terraform.tfstate") else {
            throw Malformed(what: "terraform.tfstate")
        }
        return bytes
    }

    private func live() throws -> [LiveObject] {
        guard let bytes = try bytes("live.json") else { return [] }
        return try (try JSONValue(parsing: bytes).array ?? []).map { item in
            let kind = KindRegistry.kind(named: item["kind"]?.string ?? "event_hook")
            guard let kind, var object = item.object else { throw Malformed(what: "live.json") }
            object["kind"] = nil
            return try kind.read(.object(object))
        }
    }

    private func secrets() throws -> GivenSecrets {
        guard let bytes = try bytes("secrets.json") else { return GivenSecrets(values: [:]) }
        let members = try JSONValue(parsing: bytes).object?.members ?? []
        return GivenSecrets(
            values: Dictionary(
                uniqueKeysWithValues: members.map { ($0.key, $0.value.string ?? "") })
        )
    }
}

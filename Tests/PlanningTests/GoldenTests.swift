import Foundation
import JSON
import Manifests
import Planning
import Ports
import Reconciling
import Rendering
import Testing
import Vocabulary

/// The plan of each folder of `Golden`, as people and programs see it.
///
/// `UPDATE_GOLDEN=1` rewrites what is expected, and fails, so that nobody takes a rewrite for a test
/// that passed.
struct GoldenTests {
    @Test(arguments: GoldenCase.all)
    func thePlanIsAsWritten(_ golden: GoldenCase) async throws {
        let outputs = try await golden.outputs()
        for (file, actual) in outputs.sorted(by: { $0.key < $1.key }) {
            let expected = try golden.bytes(file).map { String(decoding: $0, as: UTF8.self) }
            if let actual {
                #expect(!actual.contains("sentinel-"), "\(golden.name)/\(file) shows a secret")
            }
            guard actual != expected else { continue }
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try golden.rewrite(file, actual)
                Issue.record("\(golden.name)/\(file) is rewritten")
            } else {
                Issue.record(
                    """
                    \(golden.name)/\(file) is not as written (- expected, + actual):
                    \(lineDifference(from: expected ?? "", to: actual ?? ""))
                    """)
            }
        }
    }

    @Test func everyFolderIsRead() throws {
        #expect(GoldenCase.all.count >= 90)
        let known: Set<String> = [
            "desired.yaml", "state.json", "live.json", "options.json", "plan.txt", "plan.json",
        ]
        for golden in GoldenCase.all {
            let files = try FileManager.default.contentsOfDirectory(atPath: golden.folder.path)
            #expect(Set(files).isSubset(of: known), "\(golden.name)")
        }
    }
}

extension GoldenCase {
    /// What the files of expected output are to hold; nil for one that must not be there.
    func outputs() async throws -> [String: String?] {
        let style = TextStyle(color: false, width: 80, unicode: true)
        let sources = Dictionary(
            uniqueKeysWithValues: try manifest().sources.map { ($0.path, $0.bytes) })
        let (world, warnings) = try read()
        guard let world else {
            let text = renderDiagnostics(warnings, sources: sources, style: style)
            return ["plan.txt": text, "plan.json": nil]
        }
        let result = try await world.plan()
        let plan = result.outcome.plan
        let diagnostics = warnings + result.outcome.diagnostics
        let text =
            result.settlements.map { $0 + "\n" }.joined()
            + PlanView(plan, usage: result.usage).text(style)
            + (diagnostics.isEmpty ? "" : "\n")
            + renderDiagnostics(diagnostics, sources: sources, style: style)
        let refusal = diagnostics.hasErrors ? diagnostics : []
        var document =
            PlanView(plan, refusal: refusal).json(PlanSeal(version: "0.0.0") { _ in "" }).object
        document?["checksum"] = nil
        return [
            "plan.txt": text,
            "plan.json": diagnostics.hasOnlyGuards
                ? document.map { renderDocument(.object($0)) } : nil,
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
}

extension GoldenCase.World {
    /// Runs the real operation, with the world behind it canned.
    func plan() async throws -> PlanResult {
        let knowledge = SecretKnowledge(
            source: SentinelSecrets(), fingerprints: SentinelFingerprints())
        let operation = PlanOperation(org: CannedOrg(live), knowledge: knowledge) { url, policy in
            endpointURLProblem(url, policy: policy, isSecret: true)
        }
        return try await operation.run(request, snapshot: snapshot)
    }
}

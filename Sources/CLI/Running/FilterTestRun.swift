import Application
import Kinds
import Manifests
import Rendering
import Vocabulary

/// A run of the manifest's tests.
struct FilterTestRun {
    private var events = FilterTestEvents(read: ManifestDisk.read)
    private(set) var report = FilterTestReport()

    /// What is to be said of the events; after an error the report is not whole.
    var diagnostics: [Diagnostic] { events.diagnostics + warnings }
    private var warnings: [Diagnostic] = []

    /// - Parameter chosen: the addresses that are meant; empty for all.
    mutating func put(
        _ declarations: [ResourceDeclaration], of org: String, chosen: [Address] = []
    ) {
        for declaration in declarations
        where chosen.isEmpty || chosen.contains(declaration.address) {
            for test in declaration.tests {
                guard let event = events.event(of: test) else { continue }
                report.add(
                    declaration.result(of: test, event: event.bytes, eventType: event.eventType),
                    of: org)
                if let warning = declaration.unknownType(event.eventType, of: test),
                    !warnings.contains(warning)
                {
                    warnings.append(warning)
                }
            }
        }
    }
}

extension Workspace {
    /// Runs the tests for this org; one that fails ends the command, with its place in the manifest.
    ///
    /// - Parameter targets: the addresses that are meant; empty for all.
    ///
    /// - Returns: What else is to be said of the tests.
    func passTests(of targets: [Address]) throws -> [Diagnostic] {
        var run = FilterTestRun()
        run.put(declarations, of: org.name, chosen: targets)
        let failures = run.report.entries.map(\.result).filter { !$0.passes }.map(failedTest)
        let found = run.diagnostics + failures
        if found.hasErrors { throw Failure(warnings + found, sources: sources) }
        return found
    }
}

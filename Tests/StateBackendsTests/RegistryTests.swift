import Ports
import StateBackends
import Testing

@Suite struct RegistryTests {
    @Test func namesAreUniqueAndSorted() {
        let names = StateBackendRegistry.all.map(\.name)
        #expect(names == Set(names).sorted())
        for kind in StateBackendRegistry.all { #expect(kind.settings == kind.settings.sorted()) }
    }

    @Test(arguments: [
        ("", "state", "state/prod.json"),
        (".", "state", "state/prod.json"),
        ("infra/okta", "state", "infra/okta/state/prod.json"),
        ("infra", "/var/lib/t", "/var/lib/t/prod.json"),
        ("infra", "state//", "infra/state/prod.json"),
        ("", ".", "prod.json"),
        ("", "/", "/prod.json"),
    ])
    func localPathsAreTheManifests(
        _ folder: String, _ path: String, _ place: String
    ) async throws {
        let backend = try await StateBackendRegistry.backend(
            for: StateBackendDeclaration(
                backend: "local", org: "prod", folder: folder, settings: ["path": path]))
        #expect(backend.place == place)
    }

    @Test func theLocalPathHasADefault() async throws {
        let declaration = StateBackendDeclaration(backend: "local", org: "prod")
        #expect(try await StateBackendRegistry.backend(for: declaration).place == "state/prod.json")
    }

    @Test func anUnknownBackendOrSettingIsNamed() async {
        let unknown = await failure {
            _ = try await StateBackendRegistry.backend(
                for: StateBackendDeclaration(backend: "floppy", org: "prod"))
        }
        #expect(
            unknown
                == .failed(
                    detail: "There is no backend floppy; there is local. "
                        + "Correct `state` in the manifest."))
        let setting = await failure {
            _ = try await StateBackendRegistry.backend(
                for: StateBackendDeclaration(
                    backend: "local", org: "prod", settings: ["bucket": "b"]))
        }
        #expect(
            setting
                == .failed(
                    detail: "The local backend has no setting bucket; it has path. "
                        + "Correct `state` in the manifest."))
    }
}

import Kinds
import Manifests
import Testing
import Vocabulary

/// What is written is read as what it was written of, whatever texts an org holds.
@Suite struct WritingPropertyTests {
    @Test(arguments: 1...40)
    func everyObjectSurvivesWritingAndReading(seed: Int) throws {
        let objects = SeededOrg(seed: seed).objects
        let addresses = addresses(for: objects)
        #expect(Set(addresses.values).count == objects.count)
        let draft = ManifestDraft(
            orgName: "main", orgURL: "https://acme.okta.com", tokenVariable: "OKTA_API_TOKEN",
            resources: objects.compactMap { object in
                addresses[object.id].map { ResourceDraft(address: $0, object: object) }
            })
        let result = draftedManifest(draft)
        #expect(result.leftOut == [])
        let folder = Folder(result.text)
        #expect(folder.findings().filter { $0.severity == .error } == [])
        #expect(!result.text.contains(SeededOrg.sentinel))

        let declarations = Dictionary(
            folder.resources().map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        for object in objects {
            let address = try #require(addresses[object.id])
            let declaration = try #require(declarations[address], "\(result.text)")
            for (path, value) in object.attributes.pairs {
                switch declaration.values[path] {
                case .plain(.reference(let address))?:
                    #expect(addresses[value.text ?? ""] == address)
                case .plain(let declared)?: #expect(declared == value, "\(address) \(path)")
                case .secret(.environment)?:
                    let isHidden =
                        value == .unknown || value.text?.contains(SeededOrg.sentinel) == true
                    #expect(isHidden, "\(address) \(path)")
                default: Issue.record("\(address) \(path) is not declared")
                }
            }
            #expect(declaration.values.count == object.attributes.entries.count, "\(address)")
            let isPending = object.isActive && object.isVerified == false
            #expect(declaration.verify == (object.kind.isVerified && !isPending))
        }
    }
}

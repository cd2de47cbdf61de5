import Kinds
import Vocabulary

extension ManifestDraft {
    /// The limits that objects of an org exceed, with what they must be for it: that the org holds
    /// them shows that it allows more than Okta documents.
    static func limits(exceededBy resources: [ResourceDraft]) -> [String: Int] {
        var found: [Limit: Int] = [:]
        func note(_ limit: Limit, _ count: Int) {
            if count > limit.value { found[limit] = max(count, found[limit] ?? 0) }
        }
        for kind in KindRegistry.all {
            note(kind.limit, resources.count { $0.address.kind == kind.name })
        }
        for resource in resources {
            let object = resource.object
            for attribute in object.kind.attributes {
                guard let limit = attribute.limit, let value = object.attributes[attribute.path]
                else { continue }
                note(limit, value.names?.count ?? value.text?.unicodeScalars.count ?? 0)
            }
        }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.key.name, $0.value) })
    }
}

import JSON
package import Vocabulary

/// The secrets that a state holds outside of hooks: a generated password, a secret read from a vault,
/// a sensitive output. A hook's header may well be made of one of them.
///
/// What Terraform holds as sensitive is one. What stands under a name that says so is likely one,
/// since older versions of Terraform do not note what a provider's schema makes sensitive; but it may
/// be the name of a secret alone.
package struct OtherSecrets: Sendable {
    package private(set) var marked: Set<Secret> = []
    package private(set) var likely: Set<Secret> = []

    /// A shorter text stands in many another one by chance.
    private static let shortest = 8

    init(in root: JSONObject) {
        for output in root["outputs"]?.object?.members ?? [] {
            guard output.value["sensitive"] == .bool(true), let value = output.value["value"]
            else { continue }
            collect(value, isMarked: true)
        }
        for resource in root["resources"]?.array ?? [] {
            let type = resource["type"]?.string ?? ""
            guard TerraformType.named(type) == nil else { continue }
            for instance in resource["instances"]?.array ?? [] {
                let sensitive = TerraformFile.sensitivePaths(of: instance)
                for attributes in [instance["attributes"], instance["attributes_flat"]] {
                    guard let members = attributes?.object?.members else { continue }
                    for (key, value) in members {
                        collect(value, at: [key], of: type, sensitive: sensitive)
                    }
                }
            }
        }
    }

    /// Takes the texts of a value, wherever in it they stand.
    private mutating func collect(
        _ value: JSONValue, at path: [String] = [], of type: String = "",
        sensitive: [[String]] = [], isMarked: Bool = false, isLikely: Bool = false
    ) {
        let isMarked = isMarked || sensitive.contains(path)
        let isLikely = isLikely || path.last.map { Self.says($0, type) } == true
        func collect(_ item: JSONValue, at path: [String]) {
            self.collect(
                item, at: path, of: type, sensitive: sensitive, isMarked: isMarked,
                isLikely: isLikely)
        }
        switch value {
        case .string(let text):
            guard text.utf8.count >= Self.shortest else { return }
            if isMarked { marked.insert(Secret(text)) }
            if isLikely { likely.insert(Secret(text)) }
        case .array(let items): for item in items { collect(item, at: path) }
        case .object(let object):
            for (key, item) in object.members { collect(item, at: path + [key]) }
        case .null, .bool, .number: break
        }
    }

    /// Whether an attribute's name says that its value is a secret; in a flat state, the last part.
    private static func says(_ name: String, _ type: String) -> Bool {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        return names.contains(last) || (type == "random_password" && last == "result")
    }

    private static let names: Set<String> = [
        "api_key", "client_secret", "password", "private_key", "secret", "secret_key",
        "secret_string", "token",
    ]
}

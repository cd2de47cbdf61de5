import JSON

/// A Terraform state as it is written, no meaning given to any resource yet.
package struct TerraformFile: Sendable {
    /// The one version of the format that can be read.
    package static let version = 4

    /// One object that Terraform manages.
    package struct Instance: Sendable {
        package let address: TerraformAddress
        /// Whether Terraform would make it anew with the next apply.
        package let isTainted: Bool
        /// Whether it is a left-over of a replacement, which the next apply would delete.
        package let isDeposed: Bool
        package let attributes: TerraformAttributes
        /// The blocks on which it depends, directly or not.
        package let dependencies: [String]
        /// Where it stands in the file: `resources[3].instances[0]`.
        package let place: String
    }

    /// The Terraform that wrote it.
    package let writtenBy: String?
    /// Sorted by address.
    package let instances: [Instance]
    /// How many data sources there are: what Terraform reads and does not manage.
    package let dataSources: Int
    /// The secrets that it holds in clear outside of hooks.
    package let otherSecrets: OtherSecrets

    /// Reads a state's bytes.
    package init(parsing bytes: [UInt8]) throws(TerraformStateError) {
        let root = try Self.root(bytes)
        writtenBy = root["terraform_version"]?.string
        if root["format"]?.string == "tenterhook-state" { throw .ownState }
        guard let version = root["version"]?.int else {
            if root["encrypted_data"] != nil { throw .encrypted }
            throw root["format_version"] != nil ? .shown : .notState
        }
        guard version == Self.version else { throw .version(version, writtenBy: writtenBy) }
        guard let resources = root["resources"]?.array else {
            throw root["lineage"] == nil ? .notState : .damaged("resources: expected an array")
        }
        var instances: [Instance] = []
        var dataSources = 0
        for (number, resource) in resources.enumerated() {
            let place = "resources[\(number)]"
            switch try text(resource, "mode", place) {
            case "data": dataSources += 1
            case "managed": instances += try Self.instances(of: resource, place)
            default: throw .damaged("\(place).mode: expected managed or data")
            }
        }
        self.instances = instances.sorted { ($0.address, $0.place) < ($1.address, $1.place) }
        self.dataSources = dataSources
        otherSecrets = OtherSecrets(in: root)
    }

    private static func root(_ bytes: [UInt8]) throws(TerraformStateError) -> JSONObject {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        if bytes.starts(with: Array("PK".utf8)) { throw .archive }
        guard bytes.count <= JSONLimits().maxBytes else { throw .tooLarge }
        // A mark that some editors put before UTF-8 says nothing.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        let value: JSONValue
        do throws(JSONParseError) { value = try JSONValue(parsing: text) } catch {
            throw .notJSON(error)
        }
        guard let root = value.object else { throw .notState }
        return root
    }

    private static func instances(
        of resource: JSONValue, _ place: String
    ) throws(TerraformStateError) -> [Instance] {
        let type = try text(resource, "type", place)
        let name = try text(resource, "name", place)
        guard let modules = [TerraformAddress.Module](path: resource["module"]?.string ?? "") else {
            throw .damaged("\(place).module: expected a module's address")
        }
        guard let items = resource["instances"]?.array else {
            throw .damaged("\(place).instances: expected an array")
        }
        var instances: [Instance] = []
        for (number, item) in items.enumerated() {
            let place = "\(place).instances[\(number)]"
            instances.append(
                Instance(
                    address: TerraformAddress(
                        modules: modules, type: type, name: name, key: try key(item, place)),
                    isTainted: item["status"]?.string == "tainted",
                    isDeposed: item["deposed"]?.string != nil,
                    attributes: try attributes(item, place),
                    dependencies: (item["dependencies"]?.array ?? []).compactMap(\.string).sorted(),
                    place: place))
        }
        return instances
    }

    private static func key(
        _ item: JSONValue, _ place: String
    ) throws(TerraformStateError) -> TerraformAddress.Key? {
        guard let value = item["index_key"], !value.isNull else { return nil }
        if let number = value.int { return .number(number) }
        if let text = value.string { return .text(text) }
        throw .damaged("\(place).index_key: expected a number or a text")
    }

    private static func attributes(
        _ item: JSONValue, _ place: String
    ) throws(TerraformStateError) -> TerraformAttributes {
        if let nested = item["attributes"]?.object {
            return TerraformAttributes(nested: nested, sensitive: sensitivePaths(of: item))
        }
        if let flat = item["attributes_flat"]?.object { return TerraformAttributes(flat: flat) }
        throw .damaged("\(place).attributes: expected an object")
    }

    /// By the names on the way; a path may go through elements of lists and sets too.
    static func sensitivePaths(of instance: JSONValue) -> [[String]] {
        (instance["sensitive_attributes"]?.array ?? []).compactMap(\.array).map { steps in
            steps.compactMap { $0["value"]?.string ?? $0["value"]?["value"]?.string }
        }.filter { !$0.isEmpty }
    }
}

private func text(
    _ value: JSONValue, _ key: String, _ place: String
) throws(TerraformStateError) -> String {
    guard let text = value[key]?.string, !text.isEmpty else {
        throw .damaged("\(place).\(key): expected a text")
    }
    return text
}

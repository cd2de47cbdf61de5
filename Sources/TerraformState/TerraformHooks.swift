package import Kinds
package import Vocabulary

/// What a Terraform state holds of hooks.
package struct TerraformHooks: Sendable {
    /// A hook or a hook key that Terraform manages.
    package struct Object: Hashable, Sendable {
        package let address: TerraformAddress
        package let kind: ResourceKind
        package let id: String
        package let isTainted: Bool
        /// The secrets that the state holds in clear, by our paths.
        package let secrets: [AttributePath: Secret]
        /// Our attributes whose values Terraform holds as sensitive, though Okta shows them.
        package let sensitive: Set<String>

        package init(
            address: TerraformAddress, kind: ResourceKind, id: String, isTainted: Bool,
            secrets: [AttributePath: Secret], sensitive: Set<String>
        ) {
            self.address = address
            self.kind = kind
            self.id = id
            self.isTainted = isTainted
            self.secrets = secrets
            self.sensitive = sensitive
        }
    }

    /// That a hook was verified, which Terraform has as a resource of its own.
    package struct Verification: Hashable, Sendable {
        package let address: TerraformAddress
        /// The id of the hook.
        package let id: String
    }

    /// Another resource that depends on one of ours, directly or not.
    package struct Dependent: Hashable, Sendable {
        /// The block in the configuration.
        package let block: String
        /// The blocks of ours on which it depends, sorted.
        package let on: [String]
    }

    /// Sorted by address.
    package let objects: [Object]
    package let verifications: [Verification]
    /// What a replacement has left behind, and Terraform would delete yet.
    package let deposed: [Object]
    package let dependents: [Dependent]
    /// How many objects of other types there are, and how many data sources.
    package let others: Int
    package let dataSources: Int

    package init(_ file: TerraformFile) throws(TerraformStateError) {
        var objects: [Object] = []
        var verifications: [Verification] = []
        var deposed: [Object] = []
        var others: [TerraformFile.Instance] = []
        for instance in file.instances {
            guard let type = TerraformType.named(instance.address.type) else {
                others.append(instance)
                continue
            }
            switch type.role {
            case .object(let kind):
                let object = try Self.object(instance, of: kind, type)
                if instance.isDeposed { deposed.append(object) } else { objects.append(object) }
            case .verification(let path):
                guard let id = instance.attributes.text(at: path) else {
                    throw .damaged(
                        "\(instance.place).attributes.\(path.joined(separator: ".")): "
                            + "expected a text")
                }
                verifications.append(Verification(address: instance.address, id: id))
            }
        }
        self.objects = objects
        self.verifications = verifications
        self.deposed = deposed
        self.others = others.count
        dataSources = file.dataSources
        dependents = Self.dependents(among: others, on: Set(objects.map(\.address.block)))
    }

    private static func object(
        _ instance: TerraformFile.Instance, of kind: ResourceKind, _ type: TerraformType
    ) throws(TerraformStateError) -> Object {
        guard let id = instance.attributes.text(at: ["id"]) else {
            throw .damaged("\(instance.place).attributes.id: expected a text")
        }
        var secrets: [AttributePath: Secret] = [:]
        var sensitive: Set<String> = []
        for (path, places) in type.places {
            if kind.attribute(path)?.has(.writeOnly) == true {
                let text = places.lazy.compactMap { instance.attributes.text(at: $0) }.first
                if let text { secrets[AttributePath(path)] = Secret(text) }
            } else if places.contains(where: { instance.attributes.isSensitive($0) }) {
                sensitive.insert(path)
            }
        }
        return Object(
            address: instance.address, kind: kind, id: id, isTainted: instance.isTainted,
            secrets: secrets, sensitive: sensitive)
    }

    /// By block, sorted; those of other types only, for ours leave Terraform together.
    private static func dependents(
        among others: [TerraformFile.Instance], on blocks: Set<String>
    ) -> [Dependent] {
        var found: [String: Set<String>] = [:]
        for instance in others {
            let mine = blocks.intersection(instance.dependencies)
            if !mine.isEmpty { found[instance.address.block, default: []].formUnion(mine) }
        }
        return found.map { Dependent(block: $0.key, on: $0.value.sorted()) }
            .sorted { $0.block < $1.block }
    }
}

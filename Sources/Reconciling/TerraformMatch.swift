import Kinds
import Manifests
import TerraformState
import Vocabulary

/// Terraform's objects beside the org's.
struct TerraformMatch {
    /// An object of the org that is to be taken over.
    struct Found {
        let address: Address
        let object: LiveObject
        /// As Terraform has it, the first first; none for what others refer to.
        let terraform: [TerraformHooks.Object]
        /// Whether Terraform has a verification of it.
        let isVerifiedByTerraform: Bool

        /// The secrets of it that Terraform's state holds.
        var secrets: [AttributePath: Secret] {
            (terraform.first?.secrets ?? [:]).filter { object.attributes[$0.key] != nil }
        }

        func draft(_ misplaced: MisplacedSecrets) -> ResourceDraft {
            var known = ResourceDraft.Known()
            known.secretPaths = misplaced.paths[address] ?? []
            known.secrets = secrets
            known.isToBeVerified = isVerifiedByTerraform
            return ResourceDraft(address: address, object: object, known: known)
        }
    }

    /// Sorted by address.
    private(set) var found: [Found] = []
    private(set) var missing: [TerraformHooks.Object] = []
    private let liveIDs: Set<String>

    init(_ hooks: TerraformHooks, objects: [LiveObject]) {
        func identity(_ kind: ResourceKind, _ id: String) -> String { "\(kind.name) \(id)" }
        liveIDs = Set(objects.map { identity($0.kind, $0.id) })
        let live = Dictionary(objects.map { (identity($0.kind, $0.id), $0) }) { first, _ in first }
        var terraform: [String: [TerraformHooks.Object]] = [:]
        var firsts: [TerraformHooks.Object] = []
        for object in hooks.objects {
            let key = identity(object.kind, object.id)
            guard live[key] != nil else {
                missing.append(object)
                continue
            }
            if terraform[key] == nil { firsts.append(object) }
            terraform[key, default: []].append(object)
        }
        let verified = Set(hooks.verifications.map(\.id))
        let names = TerraformState.addresses(
            for: firsts,
            names: Dictionary(
                firsts.compactMap { first in
                    live[identity(first.kind, first.id)].flatMap { snakeCase($0.name) }
                        .map { (first.address, $0) }
                }, uniquingKeysWith: { a, _ in a }))
        for first in firsts {
            let key = identity(first.kind, first.id)
            guard let object = live[key], let address = names[first.address] else { continue }
            found.append(
                Found(
                    address: address, object: object, terraform: terraform[key] ?? [],
                    isVerifiedByTerraform: object.kind.isVerified && verified.contains(first.id)))
        }
        addReferred(among: objects)
        found.sort { $0.address < $1.address }
    }

    /// Adds what the objects refer to and Terraform does not manage: a manifest refers by address.
    private mutating func addReferred(among objects: [LiveObject]) {
        var ids = Set(found.map(\.object.id))
        var referred: [LiveObject] = []
        for object in found.map(\.object) {
            for attribute in object.kind.references {
                guard let id = object.attributes[attribute.path]?.text, !ids.contains(id),
                    let other = objects.first(where: {
                        $0.id == id && $0.kind.name == attribute.referencedKind
                    })
                else { continue }
                ids.insert(id)
                referred.append(other)
            }
        }
        let names = Manifests.addresses(for: referred, taken: Set(found.map(\.address)))
        for object in referred {
            guard let address = names[object.id] else { continue }
            found.append(
                Found(
                    address: address, object: object, terraform: [],
                    isVerifiedByTerraform: false))
        }
    }
}

extension TerraformMatch {
    /// What is to be told, once the manifest is drafted and the objects are adopted.
    func report(
        _ drafted: DraftedManifest, _ adopted: AdoptReport, of hooks: TerraformHooks,
        in file: TerraformFile, orgURL: String
    ) -> TerraformImportReport {
        let leftOut = Dictionary(
            drafted.leftOut.map { ($0.address, $0.reasons) },
            uniquingKeysWith: { first, _ in first })
        let taken = found.filter { leftOut[$0.address] == nil }
        var left = missing.map { Self.left($0, .missing) }
        for found in found {
            guard let reasons = leftOut[found.address] else { continue }
            left += found.terraform.map { Self.left($0, .inexpressible(reasons)) }
        }
        left += hooks.deposed.map { object in
            Self.left(
                object, .deposed(isInOrg: liveIDs.contains("\(object.kind.name) \(object.id)")))
        }
        let takenIDs = Set(taken.map(\.object.id))
        let leaving =
            taken.flatMap { $0.terraform.map(\.address) }
            + hooks.verifications.filter { takenIDs.contains($0.id) }.map(\.address)
        return TerraformImportReport(
            orgURL: orgURL, manifest: drafted, adopted: adopted, taken: taken.map(Self.taken),
            left: left.sorted { ($0.terraform, $0.id) < ($1.terraform, $1.id) },
            retirement: Retirement(
                of: leaving, from: file, gone: Set(missing.map(\.address))),
            dependents: dependents(hooks, of: taken), others: hooks.others,
            dataSources: hooks.dataSources)
    }

    private static func taken(_ found: Found) -> TerraformImportReport.Taken {
        let type = found.terraform.first.flatMap { TerraformType.named($0.address.type) }
        let unseen = Set(type?.unseen ?? [])
        return .init(
            address: found.address, id: found.object.id,
            terraform: found.terraform.map(\.address),
            isTainted: found.terraform.contains(where: \.isTainted),
            unseenByTerraform: found.object.attributes.paths.filter {
                unseen.contains($0.attribute)
            },
            lostVerification: found.isVerifiedByTerraform && found.object.isActive
                && found.object.isVerified == false)
    }

    private static func left(
        _ object: TerraformHooks.Object, _ reason: TerraformImportReport.Left.Reason
    ) -> TerraformImportReport.Left {
        .init(terraform: object.address, kind: object.kind, id: object.id, reason: reason)
    }

    private func dependents(
        _ hooks: TerraformHooks, of taken: [Found]
    ) -> [TerraformImportReport.Dependent] {
        var ids: [String: [String]] = [:]
        for found in taken {
            for object in found.terraform {
                ids[object.address.block, default: []].append(object.id)
            }
        }
        return hooks.dependents.compactMap { dependent in
            let on = dependent.on.compactMap { block in
                ids[block].map {
                    TerraformImportReport.Dependent.Leaving(block: block, ids: $0.sorted())
                }
            }
            return on.isEmpty ? nil : .init(block: dependent.block, on: on)
        }
    }
}

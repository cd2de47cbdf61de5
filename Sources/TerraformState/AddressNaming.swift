import Kinds
package import Vocabulary

/// Our addresses for Terraform's: the block's name where that is enough, with the key and the modules
/// where it is not. `module.hr.okta_event_hook.leavers["eu"]` is `event_hook.leavers`, and next to
/// others of that name `event_hook.leavers_eu` or `event_hook.hr_leavers_eu`.
///
/// It follows from the objects alone, whatever their order, and no address is given twice.
///
/// - Parameters:
///   - taken: addresses that are somebody else's.
///   - names: what the objects are called, as keys; for blocks that have nothing but a number.
package func addresses(
    for objects: [TerraformHooks.Object], besides taken: Set<Address> = [],
    names: [TerraformAddress: String] = [:]
) -> [TerraformAddress: Address] {
    var result: [TerraformAddress: Address] = [:]
    var taken = taken
    var open = objects.sorted { $0.address < $1.address }
    // Each round takes longer names, for those that the shorter one would not tell apart.
    for form in AddressForm.allCases {
        let wanted = open.map { Address(kind: $0.kind.name, key: form.key(of: $0.address, names)) }
        let counts = Dictionary(wanted.map { ($0, 1) }, uniquingKeysWith: +)
        var rest: [TerraformHooks.Object] = []
        for (object, address) in zip(open, wanted) {
            if counts[address] == 1, !taken.contains(address), !address.key.isEmpty {
                result[object.address] = address
            } else {
                rest.append(object)
            }
        }
        taken.formUnion(result.values)
        open = rest
    }
    for object in open {
        let key = AddressForm.withModules.key(of: object.address, names)
        let stem = key.isEmpty ? object.kind.name : key
        var address = Address(kind: object.kind.name, key: stem)
        var number = 1
        while !taken.insert(address).inserted {
            number += 1
            address = Address(kind: object.kind.name, key: "\(stem)_\(number)")
        }
        result[object.address] = address
    }
    return result
}

/// How much of Terraform's address goes into ours.
private enum AddressForm: CaseIterable {
    case name
    case withKey
    case withModules

    func key(of address: TerraformAddress, _ names: [TerraformAddress: String]) -> String {
        let key = address.key.map { [text($0)] } ?? []
        // What Terraform's modules call a resource that is their only one says nothing of it.
        let isPlain = ["this", "main", "default"].contains(address.name)
        let name = isPlain ? [] : [address.name]
        let modules = address.modules.flatMap { module in
            [module.name] + (module.key.map { [text($0)] } ?? [])
        }
        let parts =
            switch self {
            case .name: isPlain ? plainName(address, names, key, modules) : name
            case .withKey:
                isPlain && (!isNumbered(address) || !modules.isEmpty)
                    ? modules + key : [address.name] + key
            case .withModules: modules + [address.name] + key
            }
        return parts.map(word).filter { !$0.isEmpty }.joined(separator: "_")
    }

    /// A name for a block that has none of its own: its key, or its module, or, where the key is a
    /// number, which says nothing, what the object is called.
    private func plainName(
        _ address: TerraformAddress, _ names: [TerraformAddress: String], _ key: [String],
        _ modules: [String]
    ) -> [String] {
        if isNumbered(address) {
            if let name = names[address] { return [name] }
            return modules.isEmpty ? [address.name] + key : Array(modules.suffix(1))
        }
        return key.isEmpty ? Array(modules.suffix(1)) : key
    }

    private func isNumbered(_ address: TerraformAddress) -> Bool {
        if case .number? = address.key { true } else { false }
    }

    private func text(_ key: TerraformAddress.Key) -> String {
        switch key {
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }

    /// A text with what no key may hold left out, one `_` in its place between what may.
    private func word(_ text: String) -> String {
        text.unicodeScalars.split { !Address.isKey(String($0)) }.map { String($0) }
            .joined(separator: "_")
    }
}

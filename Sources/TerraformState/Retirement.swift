/// How resources are taken out of Terraform's state with nothing done to what they stand for.
package struct Retirement: Hashable, Sendable {
    /// The blocks of which every instance leaves, sorted: for these a `removed` block does it.
    package let blocks: [String]
    /// The blocks of which some instances stay, sorted: a `removed` block would take those too.
    package let partialBlocks: [String]
    /// Every instance that leaves, sorted.
    package let instances: [TerraformAddress]

    /// - Parameters:
    ///   - leaving: What was taken over.
    ///   - file: The state that it leaves.
    ///   - gone: What the org does not have, so that it may be forgotten along with the others.
    package init(
        of leaving: some Sequence<TerraformAddress>, from file: TerraformFile,
        gone: Set<TerraformAddress> = []
    ) {
        let leaving = Set(leaving)
        let staying = Set(file.instances.map(\.address)).subtracting(leaving).subtracting(gone)
        let stayingBlocks = Set(staying.map(\.block))
        let all = Set(leaving.map(\.block))
        blocks = all.subtracting(stayingBlocks).sorted()
        partialBlocks = all.intersection(stayingBlocks).sorted()
        instances = leaving.sorted()
    }

    package var isEmpty: Bool { instances.isEmpty }

    /// What goes into the configuration, for Terraform 1.7 and later and OpenTofu.
    package var removedBlocks: [String] {
        blocks.map { block in
            """
            removed {
              from = \(block)
              lifecycle { destroy = false }
            }
            """
        }
    }

    /// The command that does the same by the state alone, a line an instance; empty for none.
    package var stateRemoval: [String] {
        guard !instances.isEmpty else { return [] }
        let addresses = instances.map { "  \(Self.shellQuoted($0.description))" }
        return ["terraform state rm \\"] + addresses.dropLast().map { $0 + " \\" }
            + addresses.suffix(1)
    }

    private static func shellQuoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "'\\''")
            + "'"
    }
}

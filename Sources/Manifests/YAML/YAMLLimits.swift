/// How large a YAML file may be, so that a hostile or broken one costs neither time nor memory.
package struct YAMLLimits: Hashable, Sendable {
    package var bytes: Int
    /// How deep lists and mappings may be nested. libyaml has no limit of its own.
    package var depth: Int
    /// How many nodes there may be once each alias counts as much as what it stands for.
    package var nodes: Int

    package init(bytes: Int = 16 << 20, depth: Int = 64, nodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }
}

/// The name of a resource in manifest and state: `event_hook.leavers`.
package struct Address: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name of the resource's kind, such as `event_hook`; empty in one that somebody typed
    /// without it, which is no resource's.
    package let kind: String
    /// The resource's key in the manifest: letters, digits, `_` and `-`.
    package let key: String

    package init(kind: String, key: String) {
        self.kind = kind
        self.key = key
    }

    /// Reads `kind.key`; nil when either half is empty or holds a character that no key may.
    package init?(_ text: String) {
        guard let dot = text.firstIndex(of: ".") else { return nil }
        let kind = String(text[..<dot])
        let key = String(text[text.index(after: dot)...])
        guard Self.isKey(kind), Self.isKey(key) else { return nil }
        self.init(kind: kind, key: key)
    }

    /// Whether a text may be the key of a resource, an endpoint or an org.
    package static func isKey(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    package var description: String { kind.isEmpty ? key : "\(kind).\(key)" }

    package static func < (a: Address, b: Address) -> Bool { (a.kind, a.key) < (b.kind, b.key) }
}

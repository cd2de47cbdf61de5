/// A secret's clear text. It prints, dumps and interpolates as `‹secret›`; only `reveal()` gives it.
package struct Secret: Hashable, Sendable {
    private let value: String

    package init(_ value: String) { self.value = value }

    /// Two secrets are equal if their bytes are, unlike strings, which are equal if they look alike.
    package static func == (a: Secret, b: Secret) -> Bool {
        a.value.utf8.elementsEqual(b.value.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in value.utf8 { hasher.combine(byte) }
    }

    /// The clear text, for the one place that sends or fingerprints it.
    package func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package static let mask = "‹secret›"
    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

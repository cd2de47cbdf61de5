package import Vocabulary

/// Takes secrets out of a text that came back from where they were sent.
///
/// Everywhere else a value is masked for where it came from. An endpoint may repeat in its answer
/// what it was sent, and there nothing is left to go by but the text: so the secrets are looked for,
/// as they are, as JSON, URLs and HTML write them, and in the parts of `Bearer abc` or
/// `user:password`.
package struct SecretErasure: Sendable {
    private let secrets: [[UInt8]]

    /// Parts of a secret that are shorter stand in many a text by chance.
    private static let shortestPart = 6

    package init(_ secrets: [Secret]) {
        var forms: Set<[UInt8]> = []
        for secret in secrets {
            let text = secret.reveal()
            let parts = text.split { " :=,;/?&".contains($0) }.map(String.init)
            for form in [text] + parts.filter({ $0.count >= Self.shortestPart }) {
                let bytes = Array(form.utf8)
                // Many a server takes a header's bytes for Latin-1.
                let misread = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
                forms.formUnion([
                    bytes, Array(misread.utf8), EchoSpelling.percent.reading(of: bytes).bytes,
                ])
            }
        }
        self.secrets = forms.subtracting([[]]).sorted { $0.lexicographicallyPrecedes($1) }
    }

    package func erased(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var isHidden = Array(repeating: false, count: bytes.count)
        for spelling in EchoSpelling.allCases {
            // Without its marks it reads as it is written, which the first of them is about.
            if spelling != .plain, !bytes.contains(where: spelling.marks.contains) { continue }
            hide(in: spelling.reading(of: bytes), &isHidden)
        }
        var left: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            if !isHidden[place] {
                left.append(byte)
            } else if place == 0 || !isHidden[place - 1] {
                left += Array(Secret.mask.utf8)
            }
        }
        return String(decoding: left, as: UTF8.self)
    }

    private func hide(in reading: EchoSpelling.Reading, _ isHidden: inout [Bool]) {
        for secret in secrets {
            for start in reading.bytes.indices where reading.bytes[start] == secret[0] {
                let end = start + secret.count
                guard end <= reading.bytes.count,
                    reading.bytes[start..<end].elementsEqual(secret)
                else { continue }
                for place in reading.places[start].lowerBound..<reading.places[end - 1].upperBound {
                    isHidden[place] = true
                }
            }
        }
    }
}

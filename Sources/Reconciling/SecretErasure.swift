package import Vocabulary

/// Takes secrets out of a text that came back from where they were sent.
///
/// Everywhere else a value is masked for where it came from. An endpoint may repeat in its answer
/// what it was sent, and there nothing is left to go by but the text: so the secrets are looked for,
/// as they are, as JSON writes them, and in the parts of `Bearer abc` or `user:password`.
package struct SecretErasure: Sendable {
    private let texts: [String]

    /// Parts of a secret that are shorter stand in many a text by chance.
    private static let shortestPart = 6

    package init(_ secrets: [Secret]) {
        var texts: Set<String> = []
        for secret in secrets {
            let text = secret.reveal()
            let parts = text.split { " :=,;/?&".contains($0) }.map(String.init)
            let forms = [text] + parts.filter { $0.count >= Self.shortestPart }
            for form in forms where !form.isEmpty {
                texts.insert(form)
                texts.insert(Self.escaped(form))
            }
        }
        self.texts = texts.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    package func erased(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for secret in texts {
            let wanted = Array(secret.unicodeScalars)
            var result: [Unicode.Scalar] = []
            var place = 0
            while place < scalars.count {
                let end = place + wanted.count
                if end <= scalars.count, scalars[place] == wanted[0],
                    scalars[place..<end].elementsEqual(wanted)
                {
                    result += Array(Secret.mask.unicodeScalars)
                    place = end
                } else {
                    result.append(scalars[place])
                    place += 1
                }
            }
            scalars = result
        }
        var erased = String.UnicodeScalarView()
        erased.append(contentsOf: scalars)
        return String(erased)
    }

    /// As it stands within a JSON text.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
    }
}

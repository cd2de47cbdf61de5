import Kinds
import Seeding
import Vocabulary

/// An org with objects of every kind in the registry, and with the texts that break writers of YAML.
struct SeededOrg {
    /// Stands in every value that must not be written.
    static let sentinel = "sentinel"

    private(set) var objects: [LiveObject] = []
    private var generator: SeededGenerator

    init(seed: Int) {
        generator = SeededGenerator(seed: UInt64(seed))
        for kind in KindRegistry.all {
            for number in 0..<6 { objects.append(object(kind, number)) }
        }
        objects.shuffle(using: &generator)
    }

    private mutating func object(_ kind: ResourceKind, _ number: Int) -> LiveObject {
        var attributes = channel(of: kind)
        let events =
            (["a: b", "user.account.lock", "x,y", "ä ö", "<<"].shuffled(using: &generator)
                .prefix(Int.random(in: 0...3, using: &generator))) + ["null"]
        for attribute in kind.attributes where !attribute.path.hasPrefix("channel.") {
            let path = AttributePath(attribute.path)
            if attribute.has(.unique) {
                attributes[path] = .text(text() + "\(number)")
            } else if attribute.has(.lifecycleStatus) {
                attributes[path] = .text(pick(["ACTIVE", "INACTIVE"]))
            } else if !attribute.choices.isEmpty {
                attributes[path] = .text(pick(attribute.choices))
            } else {
                switch attribute.shape {
                case .text: attributes[path] = .text(text())
                case .names: attributes[path] = .set(of: events)
                case .pairs: attributes[AttributePath(attribute.path, key: "a")] = .text(text())
                case .filters:
                    for event in events where Bool.random(using: &generator) {
                        attributes[AttributePath(attribute.path, key: event)] =
                            .text(filter(naming: text()))
                    }
                }
            }
        }
        return LiveObject(
            kind: kind, id: "\(kind.name) \(number)", attributes: attributes,
            isVerified: kind.isVerified ? Bool.random(using: &generator) : nil)
    }

    private func filter(naming name: String) -> String {
        // By scalars: a quote may be followed by a mark that joins it in one character.
        let literal = name.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined()
        return "event.target.?[displayName eq '\(literal)'].size() > 0"
    }

    private mutating func channel(of kind: ResourceKind) -> Attributes {
        guard
            let composite = kind.composites.sorted(by: { $0.rawValue < $1.rawValue })
                .randomElement(using: &generator)
        else { return Attributes() }
        var texts = [
            "uri": "https://hooks.acme.com/" + pick(["a", "b?c={d}&e=[f]", "?sig=sentinel"])
        ]
        switch composite {
        case .endpoint: texts["authScheme.key"] = pick([nil, "Authorization", "$key"])
        case .oauth:
            texts["clientId"] = text()
            texts["tokenUrl"] = "https://login.acme.com/" + pick(["token", "a,b"])
            texts["scope"] = pick([nil, text()])
            let keys = objects.filter { $0.kind.name == ResourceKind.hookKey.name }.map(\.id)
            texts["hookKeyId"] = pick([nil] + keys)
            texts["authType"] =
                texts["hookKeyId"] == nil ? "client_secret_post" : "private_key_jwt"
        }
        var attributes = Attributes(
            Dictionary(
                uniqueKeysWithValues: texts.map {
                    (AttributePath("channel.config." + $0.key), AttributeValue.text($0.value))
                }))
        if kind.attribute("channel.type") != nil {
            attributes["channel.type"] = .text(composite == .oauth ? "OAUTH" : "HTTP")
        }
        if texts["authScheme.key"] != nil {
            attributes["channel.config.authScheme.value"] = .unknown
        }
        if texts["authType"] == "client_secret_post" {
            attributes["channel.config.clientSecret"] = .unknown
        }
        for name in ["X-A", "null", "X-Api-Key", "1", "~"] where Bool.random(using: &generator) {
            let text = name == "X-Api-Key" ? Self.sentinel : headerValue()
            attributes[AttributePath("channel.config.headers", key: name)] = .text(text)
        }
        return attributes
    }

    private mutating func text() -> String {
        Bool.random(using: &generator) ? pick(Self.hard) : pick(Self.hard) + pick(Self.hard)
    }

    /// A text without the characters that no header may hold.
    private mutating func headerValue() -> String {
        let text = text()
        let isValue = text.utf8.allSatisfy { $0 == 9 || $0 >= 0x20 && $0 != 0x7F }
        return isValue ? text : ""
    }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private static let hard = [
        "plain", "two words", " leading", "trailing ", "a: b", "a:", "a #b", "#a", "- a", "-", "?",
        "[a]", "{a}", "a, b", "'", "\"", "it's", "say \"hi\"", "both ' and \"", "\\", "a\\nb",
        "yes", "No", "null", "~", "true", "1", "1.5", "1e3", "0x1F", "0o17", "12:30", "2026-01-01",
        ".inf", "1.0.0", "<<", "=", "*a", "&a", "!a", "!!str a", "|", ">", "%a", "@a", "`a`",
        "${", "$${", "${var.x}", "a${b", "${\u{301}}", "$", "$$", "{$}", "ä", "人事", "🎉",
        "👩‍👩‍👧", "e\u{301}", "\u{301}e", "\u{200B}", "\u{202E}abc", "\u{FEFF}a", "\u{2028}",
        "\u{85}", "\u{A0}a", "\u{7F}", "\u{1}", "\u{0}a", "\u{FFFE}", "\u{10FFFF}", "\t", "a\tb",
        "a\nb", "a\n", "\na", "a\n\nb", "a\n b", " a\nb", "a \nb", "a\n\n", "\n", "a\r\nb", "a\rb",
        "a\n---\nb", "a\n# b", "---", "...", "a\n\tb", "a\nb\u{2029}c", "|\n",
        String(repeating: "long ", count: 40) + "x",
    ]
}

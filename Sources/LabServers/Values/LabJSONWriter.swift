extension LabJSON {
    /// The value on one line, without spaces, as Okta writes it.
    package var compact: String {
        var text = ""
        write(into: &text, indent: nil)
        return text
    }

    /// The value over several lines, for people.
    package var pretty: String {
        var text = ""
        write(into: &text, indent: 0)
        return text + "\n"
    }

    private func write(into text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let spelling): text += spelling
        case .string(let string): Self.write(string, into: &text)
        case .array(let items):
            Self.write(items, between: ("[", "]"), into: &text, indent: indent) {
                item, text, deeper in
                item.write(into: &text, indent: deeper)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), into: &text, indent: indent) {
                member, text, deeper in
                Self.write(member.key, into: &text)
                text += deeper == nil ? ":" : ": "
                member.value.write(into: &text, indent: deeper)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (String, String), into text: inout String,
        indent: Int?, one: (Element, inout String, Int?) -> Void
    ) {
        let deeper = indent.map { $0 + 2 }
        text += brackets.0
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            breakLine(into: &text, indent: deeper)
            one(element, &text, deeper)
        }
        if !elements.isEmpty { breakLine(into: &text, indent: indent) }
        text += brackets.1
    }

    private static func breakLine(into text: inout String, indent: Int?) {
        guard let indent else { return }
        text += "\n" + String(repeating: " ", count: indent)
    }

    private static func write(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

/// Where Terraform has an object: `module.hr["eu"].okta_event_hook.leavers[0]`.
package struct TerraformAddress: Hashable, Sendable {
    /// Tells the instances of one block apart: a number of `count`, a text of `for_each`.
    package enum Key: Hashable, Sendable {
        case number(Int)
        case text(String)
    }

    /// One module on the way from the root.
    package struct Module: Hashable, Sendable {
        package let name: String
        package let key: Key?
    }

    /// From the root inwards; empty for a resource of the root module.
    package let modules: [Module]
    package let type: String
    package let name: String
    package let key: Key?

    package init(modules: [Module], type: String, name: String, key: Key?) {
        self.modules = modules
        self.type = type
        self.name = name
        self.key = key
    }

    /// The block in the configuration: the same without any key.
    package var block: String {
        modules.map { "module.\($0.name)." }.joined() + "\(type).\(name)"
    }
}

extension TerraformAddress: CustomStringConvertible {
    package var description: String {
        modules.map { "module.\($0.name)\($0.key?.description ?? "")." }.joined()
            + "\(type).\(name)\(key?.description ?? "")"
    }
}

extension TerraformAddress.Key: CustomStringConvertible {
    /// In brackets, a text in quotes as Terraform's language writes it.
    package var description: String {
        switch self {
        case .number(let number): "[\(number)]"
        case .text(let text): "[\(Self.quoted(text))]"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // What would begin a template is doubled to mean itself.
            case "{" where before == "$" || before == "%":
                result.unicodeScalars.removeLast()
                result += before == "$" ? "$${" : "%%{"
            default: result.unicodeScalars.append(scalar)
            }
            before = scalar
        }
        return result + "\""
    }
}

extension TerraformAddress: Comparable {
    package static func < (a: TerraformAddress, b: TerraformAddress) -> Bool {
        if a.block != b.block { return a.block < b.block }
        for (x, y) in zip(a.modules, b.modules) where x.key != y.key {
            return Key.precedes(x.key, y.key)
        }
        return Key.precedes(a.key, b.key)
    }
}

extension TerraformAddress.Key {
    /// None first, then numbers by their value, then texts.
    fileprivate static func precedes(_ a: Self?, _ b: Self?) -> Bool {
        switch (a, b) {
        case (nil, let b): b != nil
        case (_, nil): false
        case (.number(let x), .number(let y)): x < y
        case (.number, .text): true
        case (.text, .number): false
        case (.text(let x), .text(let y)): x < y
        }
    }
}

extension [TerraformAddress.Module] {
    /// Reads a module's path as a state writes it, `module.hr["eu"].module.hooks[0]`; nil for a text
    /// that is none.
    package init?(path: String) {
        self = []
        guard !path.isEmpty else { return }
        var rest = path.unicodeScalars[...]
        repeat {
            if !isEmpty {
                guard rest.first == "." else { return nil }
                rest.removeFirst()
            }
            guard rest.starts(with: "module.".unicodeScalars) else { return nil }
            rest.removeFirst("module.".unicodeScalars.count)
            let name = rest.prefix { $0 != "." && $0 != "[" }
            guard !name.isEmpty else { return nil }
            rest = rest[name.endIndex...]
            var key: TerraformAddress.Key?
            if rest.first == "[" {
                guard let read = TerraformAddress.Key(readingFrom: &rest) else { return nil }
                key = read
            }
            append(.init(name: String(name), key: key))
        } while !rest.isEmpty
    }
}

extension TerraformAddress.Key {
    /// Takes a key in brackets from the front of a text.
    fileprivate init?(readingFrom rest: inout String.UnicodeScalarView.SubSequence) {
        rest.removeFirst()
        guard rest.first == "\"" else {
            let digits = rest.prefix { $0 != "]" }
            guard let number = Int(String(digits)), digits.endIndex < rest.endIndex else {
                return nil
            }
            rest = rest[digits.endIndex...].dropFirst()
            self = .number(number)
            return
        }
        rest.removeFirst()
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                guard rest.popFirst() == "]" else { return nil }
                self = .text(String(text))
                return
            case "\\":
                switch rest.popFirst() {
                case "n": text.append("\n")
                case "r": text.append("\r")
                case "t": text.append("\t")
                case let escaped?: text.append(escaped)
                case nil: return nil
                }
            case "$" where rest.starts(with: "${".unicodeScalars),
                "%" where rest.starts(with: "%{".unicodeScalars):
                rest.removeFirst(2)
                text.append(contentsOf: [scalar, "{"])
            default: text.append(scalar)
            }
        }
        return nil
    }
}

/// Where a value stands in another: `target[0].displayName`, or `data["a.b"]` for a name that has a
/// dot or a bracket in it.
package struct JSONPath: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        case name(String)
        case index(Int)
    }

    package let steps: [Step]

    package init(_ steps: [Step]) { self.steps = steps }

    /// Reads a path; nil for a text that is none, or that leads deeper than any JSON goes.
    package init?(parsing text: String) {
        var steps: [Step] = []
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            if rest.first == "[" {
                rest = rest.dropFirst()
                guard let step = Self.bracketed(&rest) else { return nil }
                steps.append(step)
            } else {
                if !steps.isEmpty {
                    guard rest.first == "." else { return nil }
                    rest = rest.dropFirst()
                }
                let name = rest.prefix { !".[]".unicodeScalars.contains($0) }
                guard !name.isEmpty else { return nil }
                steps.append(.name(String(name)))
                rest = rest.dropFirst(name.count)
            }
        }
        guard !steps.isEmpty, steps.count <= JSONLimits.deepest else { return nil }
        self.steps = steps
    }

    /// What stands between brackets, of which the first is read already.
    private static func bracketed(_ rest: inout Substring.UnicodeScalarView) -> Step? {
        if rest.first == "\"" {
            let name = rest.dropFirst().prefix { $0 != "\"" }
            rest = rest.dropFirst(name.count + 1)
            guard rest.starts(with: "\"]".unicodeScalars) else { return nil }
            rest = rest.dropFirst(2)
            return .name(String(name))
        }
        let digits = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(digits.count)
        guard rest.first == "]", digits.allSatisfy({ ("0"..."9").contains($0) }),
            let index = Int(String(digits))
        else { return nil }
        rest = rest.dropFirst()
        return .index(index)
    }
}

extension JSONPath: CustomStringConvertible {
    /// As it is read.
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .name(let name):
                let isPlain =
                    !name.isEmpty
                    && !name.unicodeScalars.contains { ".[]\"".contains(Character($0)) }
                if isPlain {
                    text += text.isEmpty ? name : ".\(name)"
                } else {
                    text += "[\"\(name)\"]"
                }
            }
        }
        return text
    }
}

/// Why nothing can be put at a path: what is there instead.
package enum JSONPathError: Error, Hashable, Sendable {
    /// A name is asked of something that is no object.
    case notAnObject(at: JSONPath, JSONValue)
    /// A place is asked of something that is no list.
    case notAList(at: JSONPath, JSONValue)
    /// A list is shorter than that.
    case beyondEnd(of: JSONPath, count: Int)
}

extension JSONValue {
    /// The value at a path; nil where there is none.
    package subscript(path: JSONPath) -> JSONValue? {
        var value = self
        for step in path.steps {
            switch step {
            case .name(let name):
                guard let member = value[name] else { return nil }
                value = member
            case .index(let index):
                guard let list = value.array, list.indices.contains(index) else { return nil }
                value = list[index]
            }
        }
        return value
    }

    /// Puts a value at a path. An object is made where there is nothing or null and a name is asked
    /// of it; a list takes a value right behind its end.
    package mutating func put(
        _ value: JSONValue, at path: JSONPath
    ) throws(JSONPathError) {
        try put(value, path.steps[...], below: [])
    }

    private mutating func put(
        _ value: JSONValue, _ steps: ArraySlice<JSONPath.Step>, below done: [JSONPath.Step]
    ) throws(JSONPathError) {
        guard let step = steps.first else {
            self = value
            return
        }
        let next = done + [step]
        switch step {
        case .name(let name):
            guard isNull || object != nil else { throw .notAnObject(at: JSONPath(done), self) }
            var object = self.object ?? JSONObject()
            var child = object[name] ?? .null
            try child.put(value, steps.dropFirst(), below: next)
            object[name] = child
            self = .object(object)
        case .index(let index):
            guard isNull || array != nil else { throw .notAList(at: JSONPath(done), self) }
            var list = array ?? []
            guard index <= list.count else {
                throw .beyondEnd(of: JSONPath(done), count: list.count)
            }
            if index == list.count { list.append(.null) }
            try list[index].put(value, steps.dropFirst(), below: next)
            self = .array(list)
        }
    }
}

/// A method with its arguments.
struct MethodCall {
    var method: Method
    var count: Int
    var first: Value
    var second: Value
    var part: Int32
}

extension Evaluation {
    mutating func call(_ call: MethodCall, on value: Value) throws(EvaluationFailure) -> Value {
        if call.method == .equals, call.count == 1 { return .bool(isSame(value, call.first)) }
        switch value {
        case .text(let text): return try ofText(call, text)
        case .entry, .list:
            return isObject(value) ? try ofObject(call, value) : try ofList(call, value)
        default: throw failure(.noSuchMethod, at: call.part)
        }
    }

    private mutating func ofList(
        _ call: MethodCall, _ list: Value
    ) throws(EvaluationFailure) -> Value {
        switch (call.method, call.count) {
        case (.size, 0): return .int(Int32(count(of: list) ?? 0))
        case (.isEmpty, 0): return .bool(count(of: list) == 0)
        case (.contains, 1), (.indexOf, 1):
            var position: Int32 = 0
            if var elements = elements(of: list) {
                while let element = next(&elements) {
                    if isSame(element, call.first) {
                        return call.method == .contains ? .bool(true) : .int(position)
                    }
                    position += 1
                }
            }
            return call.method == .contains ? .bool(false) : .int(-1)
        case (.get, 1):
            let wanted = try integerArgument(call)
            guard wanted >= 0, var elements = elements(of: list) else {
                throw failure(.outOfBounds, at: call.part)
            }
            var position = 0
            while let element = next(&elements) {
                if position == wanted { return element }
                position += 1
            }
            throw failure(.outOfBounds, at: call.part)
        default: throw failure(.noSuchMethod, at: call.part)
        }
    }

    private mutating func ofObject(
        _ call: MethodCall, _ value: Value
    ) throws(EvaluationFailure) -> Value {
        guard case .entry(let object) = value else {
            throw failure(.noSuchMethod, at: call.part)
        }
        switch (call.method, call.count) {
        case (.size, 0): return .int(Int32(count(of: value) ?? 0))
        case (.isEmpty, 0): return .bool(count(of: value) == 0)
        case (.get, 1):
            guard case .text(let name) = call.first else { return .null }
            return member(named: name, of: object)
        case (.containsKey, 1):
            guard case .text(let name) = call.first else { return .bool(false) }
            let wanted = bytes(of: name)
            var place = object + 1
            while place < tape.entries[Int(object)].next {
                if key(of: place) == wanted { return .bool(true) }
                place = tape.entries[Int(place)].next
            }
            return .bool(false)
        default: throw failure(.noSuchMethod, at: call.part)
        }
    }

    private mutating func ofText(
        _ call: MethodCall, _ text: Value.Text
    ) throws(EvaluationFailure) -> Value {
        switch (call.method, call.count) {
        case (.isEmpty, 0): return .bool(text.count == 0)
        case (.length, 0): return .int(Int32(length(of: text)))
        case (.toLowerCase, 0):
            return try newText(Array(string(text).lowercased().utf8), at: call.part)
        case (.toUpperCase, 0):
            return try newText(Array(string(text).uppercased().utf8), at: call.part)
        case (.trim, 0):
            return try newText(Array(Self.trimmed(string(text)).utf8), at: call.part)
        case (.contains, 1):
            let wanted = try characters(call.first, call)
            return .bool(place(of: wanted, in: text) != nil)
        case (.startsWith, 1):
            let wanted = try argument(call.first, call)
            return .bool(ask(text, wanted) { $0.starts(with: $1) })
        case (.endsWith, 1):
            let wanted = try argument(call.first, call)
            return .bool(ask(text, wanted) { $0.suffix($1.count).elementsEqual($1) })
        case (.concat, 1):
            let end = try argument(call.first, call)
            return try newText(bytes(of: text) + bytes(of: end), at: call.part)
        case (.indexOf, 1):
            let wanted = try argument(call.first, call)
            guard let place = place(of: wanted, in: text) else { return .int(-1) }
            return .int(
                Int32(
                    length(
                        of: Value.Text(space: text.space, start: text.start, count: Int32(place)))))
        case (.equalsIgnoreCase, 1):
            guard call.first != .null else { return .bool(false) }
            let other = try argument(call.first, call)
            return .bool(Self.folded(string(text)) == Self.folded(string(other)))
        case (.matches, 1):
            let pattern = try argument(call.first, call)
            return .bool(try matches(bytes(of: text), string(pattern), at: call.part))
        case (.replace, 2):
            let wanted = try characters(call.first, call)
            let other = try characters(call.second, call)
            return try replaced(
                bytes(of: text), bytes(of: wanted), by: bytes(of: other), at: call.part)
        case (.substring, 1):
            return try substring(
                of: text, from: try integerArgument(call), to: length(of: text), at: call.part)
        case (.substring, 2):
            let start = try integerArgument(call)
            var second = call
            second.first = call.second
            return try substring(
                of: text, from: start, to: try integerArgument(second), at: call.part)
        default: throw failure(.noSuchMethod, at: call.part)
        }
    }

    /// A question about two texts, which are looked at where they stand.
    private func ask<Answer>(
        _ a: Value.Text, _ b: Value.Text,
        _ question: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Answer
    ) -> Answer {
        withBytes(of: a) { left in withBytes(of: b) { right in question(left, right) } }
    }

    /// An argument that is to be a text, or can be taken for one.
    private mutating func argument(
        _ value: Value, _ call: MethodCall
    ) throws(EvaluationFailure) -> Value.Text {
        if case .text(let text) = value { return text }
        if value == .null { throw failure(.nullArgument, at: call.part) }
        if isObject(value) { throw failure(.noSuchMethod, at: call.part) }
        return make(try written(value, at: call.part))
    }

    /// An argument that is to be a run of characters: only a text is one.
    private mutating func characters(
        _ value: Value, _ call: MethodCall
    ) throws(EvaluationFailure) -> Value.Text {
        switch value {
        case .null: throw failure(.nullArgument, at: call.part)
        case .text(let text): return text
        case .entry, .list:
            guard let first = try firstText(of: value, call) else {
                throw failure(.noSuchMethod, at: call.part)
            }
            return first
        default: throw failure(.noSuchMethod, at: call.part)
        }
    }

    /// A list is taken for its first element; nil for what is no list.
    private mutating func firstText(
        of value: Value, _ call: MethodCall
    ) throws(EvaluationFailure) -> Value.Text? {
        guard var elements = elements(of: value) else { return nil }
        guard let first = next(&elements), first != .null else {
            throw failure(.nullArgument, at: call.part)
        }
        if case .text(let text) = first { return text }
        guard let text = try firstText(of: first, call) else {
            throw failure(.notConvertible, at: call.part)
        }
        return text
    }

    private mutating func integerArgument(_ call: MethodCall) throws(EvaluationFailure) -> Int {
        switch call.first {
        case .bool: throw failure(.noSuchMethod, at: call.part)
        case .entry where isObject(call.first): throw failure(.noSuchMethod, at: call.part)
        default: return try integer(call.first, at: call.part)
        }
    }

    /// Where a text stands first in another, in bytes.
    private func place(of wanted: Value.Text, in text: Value.Text) -> Int? {
        guard wanted.count <= text.count else { return nil }
        return ask(text, wanted) { text, wanted in
            (0...text.count - wanted.count).first { text[$0...].starts(with: wanted) }
        }
    }

    mutating func replaced(
        _ text: [UInt8], _ wanted: [UInt8], by other: [UInt8], at part: Int32
    ) throws(EvaluationFailure) -> Value {
        var result: [UInt8] = []
        var position = 0
        if wanted.isEmpty {
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                guard result.count <= Self.mostMade else { break }
                result += other + Array(String(scalar).utf8)
            }
            return try newText(result + other, at: part)
        }
        while position < text.count, result.count <= Self.mostMade {
            if text[position...].starts(with: wanted) {
                result += other
                position += wanted.count
            } else {
                result.append(text[position])
                position += 1
            }
        }
        return try newText(result, at: part)
    }

    /// Scalars without their case, each by itself.
    private static func folded(_ text: String) -> [String] {
        text.unicodeScalars.map { $0.properties.uppercaseMapping.lowercased() }
    }
}

/// The functions of Okta's language, as far as its documents say what they do.
extension Evaluation {
    mutating func call(
        _ function: TextFunction?, _ arguments: Operation.Parts, _ around: Surroundings,
        _ part: Int32
    ) throws(EvaluationFailure) -> Value {
        let inner = Surroundings(this: around.scope, scope: around.scope)
        var given: [Value] = []
        for index in 0..<arguments.count {
            given.append(try value(argument(arguments, index), inner))
        }
        guard let function, function.openQuestion == nil else {
            throw failure(.unknownFunction, at: part)
        }
        guard function.takes(given.count) else { throw failure(.noSuchMethod, at: part) }
        if function == .substring {
            let text = make(try characters(given[0], part))
            let start = try integer(given[1], at: part)
            return try substring(
                of: text, from: start, to: try integer(given[2], at: part), at: part)
        }
        var texts: [[UInt8]] = []
        for value in given { texts.append(try characters(value, part)) }
        return try result(of: function, texts, part)
    }

    /// The bytes of an argument; a number or a truth is written out.
    private mutating func characters(
        _ value: Value, _ part: Int32
    ) throws(EvaluationFailure) -> [UInt8] {
        switch value {
        case .null: throw failure(.nullArgument, at: part)
        case .entry, .list: throw failure(.noSuchMethod, at: part)
        default: return try written(value, at: part)
        }
    }

    private mutating func result(
        of function: TextFunction, _ texts: [[UInt8]], _ part: Int32
    ) throws(EvaluationFailure) -> Value {
        let first = texts[0]
        switch function {
        case .append: return try newText(first + texts[1], at: part)
        case .join: return try newText(try joined(texts, part), at: part)
        case .len: return .int(Int32(String(decoding: first, as: UTF8.self).utf16.count))
        case .replace: return try replaced(first, texts[1], by: texts[2], at: part)
        case .startsWith: return .bool(first.starts(with: texts[1]))
        case .stringContains: return .bool(Self.place(of: texts[1], in: first) != nil)
        case .stringSwitch:
            // The first key that stands in the text has its answer taken.
            for key in stride(from: 2, to: texts.count, by: 2)
            where Self.place(of: texts[key], in: first) != nil {
                return try newText(texts[key + 1], at: part)
            }
            return try newText(texts[1], at: part)
        case .substringAfter:
            guard let place = Self.place(of: texts[1], in: first) else {
                return try newText(first, at: part)
            }
            return try newText(Array(first[(place + texts[1].count)...]), at: part)
        case .substringBefore:
            guard let place = Self.place(of: texts[1], in: first) else {
                return try newText(first, at: part)
            }
            return try newText(Array(first[..<place]), at: part)
        case .toLowerCase:
            return try newText(
                Array(String(decoding: first, as: UTF8.self).lowercased().utf8), at: part)
        case .toUpperCase:
            return try newText(
                Array(String(decoding: first, as: UTF8.self).uppercased().utf8), at: part)
        case .removeSpaces, .replaceFirst, .substring: return .null
        }
    }

    /// The first stands between the others.
    private func joined(
        _ texts: [[UInt8]], _ part: Int32
    ) throws(EvaluationFailure) -> [UInt8] {
        var result = texts[1]
        for text in texts.dropFirst(2) {
            result += texts[0] + text
            guard result.count <= Self.mostMade else { throw failure(.textTooLong, at: part) }
        }
        return result
    }

    /// Where some bytes stand first in others.
    private static func place(of wanted: [UInt8], in text: [UInt8]) -> Int? {
        guard wanted.count <= text.count else { return nil }
        return (0...text.count - wanted.count).first { text[$0...].starts(with: wanted) }
    }
}

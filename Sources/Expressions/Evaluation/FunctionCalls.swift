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
        return result(of: function, texts)
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

    private mutating func result(of function: TextFunction, _ texts: [[UInt8]]) -> Value {
        let first = texts[0]
        switch function {
        case .append: return text(first + texts[1])
        case .join: return text(Array(texts.dropFirst().joined(separator: first)))
        case .len: return .int(Int32(String(decoding: first, as: UTF8.self).utf16.count))
        case .replace: return text(Self.replaced(first, texts[1], by: texts[2]))
        case .startsWith: return .bool(first.starts(with: texts[1]))
        case .stringContains: return .bool(Self.place(of: texts[1], in: first) != nil)
        case .stringSwitch:
            // The first key that stands in the text has its answer taken.
            for key in stride(from: 2, to: texts.count, by: 2)
            where Self.place(of: texts[key], in: first) != nil {
                return text(texts[key + 1])
            }
            return text(texts[1])
        case .substringAfter:
            guard let place = Self.place(of: texts[1], in: first) else { return text(first) }
            return text(Array(first[(place + texts[1].count)...]))
        case .substringBefore:
            guard let place = Self.place(of: texts[1], in: first) else { return text(first) }
            return text(Array(first[..<place]))
        case .toLowerCase: return cased(first) { $0.lowercased() }
        case .toUpperCase: return cased(first) { $0.uppercased() }
        case .removeSpaces, .replaceFirst, .substring: return .null
        }
    }

    private mutating func cased(_ bytes: [UInt8], _ change: (String) -> String) -> Value {
        text(Array(change(String(decoding: bytes, as: UTF8.self)).utf8))
    }

    /// Where some bytes stand first in others.
    private static func place(of wanted: [UInt8], in text: [UInt8]) -> Int? {
        guard wanted.count <= text.count else { return nil }
        return (0...text.count - wanted.count).first { text[$0...].starts(with: wanted) }
    }
}

import Seeding

/// Expressions as people write them, as nobody writes them, and broken ones.
struct SeededExpressions {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &generator)]
    }

    mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &generator) < percent
    }

    /// One expression: a filter, any value, or one of them damaged.
    mutating func next() -> String {
        let roll = Int.random(in: 0..<100, using: &generator)
        if roll < 50 { return condition(3) }
        if roll < 78 { return value(3) }
        return damaged(chance(60) ? condition(2) : value(2))
    }

    /// Something that is true or false, as a rule.
    mutating func condition(_ depth: Int) -> String {
        guard depth > 0 else { return comparison(0) }
        switch Int.random(in: 0..<14, using: &generator) {
        case 0...3: return comparison(depth - 1)
        case 4:
            return condition(depth - 1) + pick([" && ", "&&", " and ", " AND "])
                + condition(depth - 1)
        case 5:
            return condition(depth - 1) + pick([" || ", "||", " or ", " Or "])
                + condition(depth - 1)
        case 6: return pick(["!", "not ", "! "]) + "(" + condition(depth - 1) + ")"
        case 7...9:
            return selection(depth - 1) + ".size()" + pick([">0", " > 0", " ge 1", " == 1", "!=0"])
        case 10: return selection(depth - 1) + ".isEmpty()"
        case 11: return text(depth - 1) + "." + question(depth - 1)
        case 12:
            return "(" + condition(depth - 1) + ")" + pick(["", "", " ? true : false"])
        default: return projection(depth - 1) + ".contains(" + value(depth - 1) + ")"
        }
    }

    private mutating func question(_ depth: Int) -> String {
        let method = pick([
            "contains", "startsWith", "endsWith", "equals", "equalsIgnoreCase", "matches",
        ])
        if method == "matches" { return "matches(\(pick(Self.patterns)))" }
        return "\(method)(\(chance(70) ? text(depth) : value(depth)))"
    }

    mutating func comparison(_ depth: Int) -> String {
        let operators = [
            "==", " == ", " eq ", " EQ ", "!=", " ne ", " > ", ">=", " lt ", " le ", " gt ", "<",
        ]
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...3: return field() + pick([" eq ", "==", " ne ", " != "]) + quoted()
        case 4: return value(depth) + pick(operators) + value(depth)
        case 5: return field() + " matches " + (chance(85) ? pick(Self.patterns) : value(depth))
        case 6: return number() + pick(operators) + number()
        case 7:
            return value(depth) + " between {\(number()), \(number())\(chance(10) ? ", 1" : "")}"
        default: return field() + pick(operators) + value(depth)
        }
    }

    mutating func selection(_ depth: Int) -> String {
        let mark = chance(70) ? ".?[" : pick([".^[", ".$[", "?.?[", ".?["])
        return pick(Self.lists) + mark
            + (chance(75) ? innerCondition(depth) : condition(depth)) + "]"
    }

    mutating func projection(_ depth: Int) -> String {
        pick(Self.lists) + pick([".![", ".![", "?.!["]) + (chance(80) ? innerField() : value(depth))
            + "]"
    }

    mutating func innerCondition(_ depth: Int) -> String {
        let first = innerField() + pick([" eq ", "==", " ne "]) + quoted()
        guard depth > 0, chance(40) else { return first }
        return first + pick([" && ", " and ", " || "]) + innerCondition(depth - 1)
    }

    mutating func innerField() -> String {
        pick([
            "type", "displayName", "id", "alternateId", "#this", "#this.type",
            "#root.event.eventType",
            "detailEntry", "detailEntry?.x", "count", "changeDetails.from", "event",
        ])
    }

    /// Anything.
    mutating func value(_ depth: Int) -> String {
        guard depth > 0 else { return chance(60) ? field() : literal() }
        switch Int.random(in: 0..<18, using: &generator) {
        case 0...3: return field()
        case 4, 5: return literal()
        case 6: return selection(depth - 1)
        case 7: return projection(depth - 1)
        case 8:
            return selection(depth - 1) + pick([".size()", "[0]", ".type", "?.type", "[0].type"])
        case 9:
            return "{"
                + (0..<pick([0, 1, 2, 3])).map { _ in value(depth - 1) }.joined(separator: ", ")
                + "}"
        case 10:
            return value(depth - 1) + pick([" + ", " - ", " * ", " / ", " % ", "+", "-"]) + number()
        case 11: return text(depth - 1) + " + " + value(depth - 1)
        case 12: return value(depth - 1) + " ?: " + value(depth - 1)
        case 13: return condition(depth - 1) + " ? " + value(depth - 1) + " : " + value(depth - 1)
        case 14:
            return field() + "["
                + (chance(70)
                    ? pick(["0", "1", "-1", "'type'", "type", "9", "'0'", "1.7", "event"])
                    : value(depth - 1)) + "]"
        case 15:
            return text(depth - 1) + "."
                + pick([
                    "length()", "trim()", "toLowerCase()", "toUpperCase()", "isEmpty()",
                    "substring(1)",
                    "substring(0, 2)", "substring('1')", "indexOf('e')", "replace('e', 'E')",
                    "concat('x')",
                    "size()", "frobnicate()", "length(1)", "get(0)",
                ])
        case 16:
            return pick(Self.lists)
                + pick([
                    ".size()", ".isEmpty()", ".get(0)", ".get('1')", ".contains(null)",
                    ".indexOf('User')",
                    ".size(1)", ".size", ".length()", ".containsKey('type')", ".get(true)",
                    ".get('x')",
                ])
        default: return "(" + value(depth - 1) + ")" + pick(["", ".type", "?.type", ".size()"])
        }
    }

    mutating func text(_ depth: Int) -> String {
        chance(70) || depth == 0 ? (chance(60) ? field() : quoted()) : "(\(value(depth - 1)))"
    }

    mutating func number() -> String {
        pick([
            "0", "1", "2", "-1", "3.5", "0x1F", "2147483647", "5L", "1e3", "0.0001", "-2.0", "7d",
            "event.count", "event.ratio", "event.big", "event.target.size()", "12345678.0",
        ])
    }

    mutating func literal() -> String {
        chance(40)
            ? quoted() : chance(50) ? number() : pick(["true", "FALSE", "null", "Null", "True"])
    }

    mutating func quoted() -> String {
        pick([
            "'UserGroup'", "'User'", "'Sales'", "'it''s'", "\"User\"", "''", "'true'", "'yes'",
            "'1'",
            "'SUCCESS'", "'FAILURE'", "'Zoë'", "'\u{1F600}'", "' no '", "'user.session.start'",
            "'5'",
            "\"a\"\"b\"", "'\u{FFFD}'",
        ])
    }

    mutating func field() -> String { pick(Self.fields) }

    static let lists = [
        "event.target", "event.target", "event.target", "event.words", "event.empty",
        "event.nothing",
        "event.debugContext.debugData.webhooks", "event.actor", "{1, 2, 3}", "{'User', null}",
        "event.eventType", "event.nested",
    ]

    static let fields = [
        "event.eventType", "event.outcome.result", "event.outcome.reason", "event.outcome?.reason",
        "event.actor.id", "event.actor.type", "event.actor.displayName", "event.actor.alternateId",
        "event.debugData.changedAttributes", "event.debugContext.debugData.x", "event.target",
        "event.target[0].type", "event.target[0]['type']", "event['eventType']", "event.count",
        "event.flag", "event.ratio", "event.big", "event.nothing", "event.nothing.more",
        "event.nothing?.more", "event.absent", "event . actor . type", "event.actor", "event.words",
        "event.not", "event.eq", "event.empty", "event", "#root", "#this.event.flag", "event?.flag",
        "event.eventType.x", "event.words.x", "target", "event.actor[type]", "event.words[0]",
        "event.nested", "event.nested[0]",
    ]

    static let patterns = [
        "'.*'", "'User.*'", "'[A-Z]+'", "'(a|b|User)'", "'\\w+\\.\\w+.*'", "'('", "'\\d+'",
        "'Sa.es'",
        "'^User$'", "'[^a]*'", "'(?i)sales'", "'.{2,5}'", "'u?ser'", "''", "'a{2,1}'", "'[a-'",
        "'[\\w.]+'", "'(?:x|SUCCESS)'", "'.*?s'", "'\\bUser\\b'", "'\\S+'", "'true|5'", "'(?=U).*'",
        "'(.)\\1.*'", "'a*+'", "'\\p{Lu}.*'", "'[a-z&&[^x]]+'",
    ]
}

extension SeededExpressions {
    /// The same, with a few bytes taken out, put in or swapped.
    mutating func damaged(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<pick([1, 1, 2, 3]) {
            let place = Int.random(in: 0...scalars.count, using: &generator)
            let other = min(scalars.count, place + pick([1, 1, 2, 5]))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: scalars.removeSubrange(place..<other)
            case 1: scalars.insert(contentsOf: Array(pick(Self.pieces).unicodeScalars), at: place)
            case 2:
                scalars.replaceSubrange(
                    place..<other, with: Array(pick(Self.pieces).unicodeScalars))
            default: scalars.insert(contentsOf: Array(scalars[place..<other]), at: place)
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    static let pieces = [
        "(", ")", "[", "]", "{", "}", ".", "?.", "?", ":", "?:", ",", "'", "\"", "=", "==", "!",
        "&", "|",
        "&&", "||", "+", "-", "--", "*", "/", "%", "^", "^[", "$[", "![", "?[", "#", "@", "\\", ";",
        "é",
        "“", " ", "\t", "\n", "0", "1.", "1e", "5L", "not ", " and ", " or ", " eq ", " matches ",
        " between ", " instanceof ", "new ", "T(", "null", "true", "event", "x", "_", "$", "0x",
        "f",
    ]
}

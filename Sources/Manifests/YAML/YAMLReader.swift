import CLibYAML
import Vocabulary

/// Reads the one document of a YAML file into a tree, by libyaml's events.
///
/// What leaves the tree readable, such as a duplicate key, is noted and read over; at a syntax error
/// or a limit the reading stops.
struct YAMLReader: ~Copyable {
    /// The file cannot be read on; the diagnostic says why.
    struct Stop: Error {
        let diagnostic: Diagnostic
    }

    let file: String
    let limits: YAMLLimits
    let parser: UnsafeMutablePointer<yaml_parser_t>
    /// libyaml keeps a pointer into its input, so the bytes live as long as the parser.
    let input: UnsafeMutableBufferPointer<UInt8>
    /// The offset in the input at which each line begins.
    let lineStarts: [Int]
    private var anchors: [String: YAMLNode] = [:]
    private var nodes = 0
    var noted: [Diagnostic] = []
    private var secrets = SecretCollector()
    var cutValues = CutValues()
    /// Anchors of strings that no alias has used yet.
    var unusedAnchors: [String: SourceLocation] = [:]

    /// The file's document; nil when it is empty or when an error was found.
    static func read(
        _ bytes: [UInt8], file: String, limits: YAMLLimits, findings: inout Findings
    ) -> YAMLNode? {
        let start = SourceLocation(file: file, line: 1, column: 1)
        guard bytes.count <= limits.bytes else {
            findings.error(
                .yamlTooLarge,
                "The file has \(bytes.count) bytes; at most \(limits.bytes) are read.", at: start)
            findings.secrets.set([.whole], in: file)
            return nil
        }
        switch YAMLEncoding(bytes) {
        case .foreign(let reason):
            findings.error(.yamlEncoding, reason, at: start)
            findings.secrets.set([.whole], in: file)
            return nil
        case .text(let text):
            var reader = YAMLReader(text, file: file, limits: limits)
            do throws(Stop) {
                let node = try reader.document()
                reader.noteCutValues(in: text)
                reader.noteUnusedAnchors()
                findings.add(reader.noted)
                findings.secrets.set(reader.secrets.stretches(), in: file)
                return node
            } catch {
                findings.secrets.set(SecretText.stretches(bytes), in: file)
                findings.add(reader.noted)
                findings.add([error.diagnostic])
                return nil
            }
        }
    }

    private init(_ text: ArraySlice<UInt8>, file: String, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        // A line end more than there is: it means nothing, and there is never no input at all.
        input = .allocate(capacity: text.count + 1)
        _ = input.initialize(from: text + [UInt8(ascii: "\n")])
        var starts = [0]
        for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        // The end of the input ends the last line.
        lineStarts = starts + [text.count + 1]
        let isReady = yaml_parser_initialize(parser) == 1
        precondition(isReady, "no memory for a YAML parser")
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }
}

extension YAMLReader {
    private mutating func document() throws(Stop) -> YAMLNode? {
        var root: YAMLNode?
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT:
                return root
            case YAML_DOCUMENT_START_EVENT where root != nil:
                throw stop(
                    .severalDocuments,
                    "A manifest is one document. Remove the \"---\" line, or put what follows it"
                        + " into a file of its own and include that.",
                    at: event.start_mark)
            case YAML_DOCUMENT_START_EVENT:
                root = try node(from: try next(), depth: 1)
            default: break
            }
        }
    }

    private mutating func node(
        from event: consuming yaml_event_t, depth: Int, key: SourceLocation? = nil
    ) throws(Stop) -> YAMLNode {
        defer { yaml_event_delete(&event) }
        try charge(1, at: event.start_mark)
        switch event.type {
        case YAML_ALIAS_EVENT:
            let name = text(event.data.alias.anchor) ?? ""
            guard let target = anchors[name] else {
                throw stop(
                    .yamlSyntax,
                    "No anchor of this name stands before the alias. A text that starts with *"
                        + " must be in quotes.", at: event.start_mark)
            }
            try charge(target.weight, at: event.start_mark)
            unusedAnchors[name] = nil
            var alias = target
            alias.location = location(event.start_mark, event.end_mark)
            alias.end = position(event.end_mark)
            secrets.add(alias: alias, of: target)
            return alias
        case YAML_SCALAR_EVENT:
            let scalar = remember(try scalar(event, key: key), as: event.data.scalar.anchor)
            if let name = text(event.data.scalar.anchor), scalar.scalar?.isPlain == true {
                unusedAnchors[name] = scalar.location
            }
            return scalar
        case YAML_SEQUENCE_START_EVENT:
            try enter(depth, at: event.start_mark)
            check(event.data.sequence_start.tag, among: ["seq"], at: event.start_mark)
            return remember(
                try list(from: event, depth: depth), as: event.data.sequence_start.anchor)
        default:
            try enter(depth, at: event.start_mark)
            check(event.data.mapping_start.tag, among: ["map"], at: event.start_mark)
            return remember(
                try mapping(from: event, depth: depth), as: event.data.mapping_start.anchor)
        }
    }

    private mutating func list(from event: yaml_event_t, depth: Int) throws(Stop) -> YAMLNode {
        var items: [YAMLNode] = []
        var weight = 1
        var last = position(event.start_mark)
        while true {
            var child = try next()
            if child.type == YAML_SEQUENCE_END_EVENT {
                let place = location(event.start_mark, child.end_mark)
                let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                let end = isFlow ? position(child.end_mark) : last
                yaml_event_delete(&child)
                return YAMLNode(content: .list(items), location: place, end: end, weight: weight)
            }
            let item = try node(from: child, depth: depth + 1)
            cutValues.add(item, key: nil)
            weight += item.weight
            last = item.end
            items.append(item)
        }
    }

    private mutating func mapping(from event: yaml_event_t, depth: Int) throws(Stop) -> YAMLNode {
        var entries = MappingEntries()
        var weight = 1
        var last = position(event.start_mark)
        while true {
            var child = try next()
            if child.type == YAML_MAPPING_END_EVENT {
                let place = location(event.start_mark, child.end_mark)
                // The end of a block is where the next one starts.
                let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                let end = isFlow ? position(child.end_mark) : last
                yaml_event_delete(&child)
                let merged = entries.merged()
                noted += entries.problems
                let node = YAMLNode(
                    content: .mapping(merged), location: place, end: end, weight: weight)
                secrets.add(node, isRoot: depth == 1)
                return node
            }
            let key = try node(from: child, depth: depth + 1)
            let value = try node(from: try next(), depth: depth + 1, key: key.location)
            weight += key.weight + value.weight
            last = value.end
            secrets.add(key: key, value: value)
            cutValues.add(value, key: key.scalar?.text)
            entries.add(key: key, value: value)
        }
    }

    private mutating func scalar(
        _ event: yaml_event_t, key: SourceLocation?
    ) throws(Stop) -> YAMLNode {
        let scalar = event.data.scalar
        check(scalar.tag, among: ["str"], at: event.start_mark)
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let content = YAMLScalar(
            text: String(decoding: bytes, as: UTF8.self),
            isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil)
        // A value that is not there at all has no place of its own: its key stands for it.
        let isAbsent = event.start_mark.index == event.end_mark.index
        let place = isAbsent ? key : nil
        return YAMLNode(
            content: .scalar(content),
            location: place ?? location(event.start_mark, event.end_mark),
            end: position(event.end_mark), weight: 1)
    }

    private mutating func remember(
        _ node: YAMLNode, as anchor: UnsafeMutablePointer<UInt8>?
    ) -> YAMLNode {
        if let name = text(anchor) { anchors[name] = node }
        return node
    }
}

extension YAMLReader {
    /// The next event; the caller must delete it.
    private mutating func next() throws(Stop) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
        return event
    }

    private mutating func charge(_ weight: Int, at mark: yaml_mark_t) throws(Stop) {
        nodes += weight
        guard nodes <= limits.nodes else {
            throw stop(
                .yamlTooLarge,
                "With every alias written out, the file has more than \(limits.nodes) values.",
                at: mark)
        }
    }

    private func enter(_ depth: Int, at mark: yaml_mark_t) throws(Stop) {
        guard depth <= limits.depth else {
            throw stop(
                .yamlTooDeep,
                "Lists and mappings may be nested \(limits.depth) deep.", at: mark)
        }
    }

    private mutating func check(
        _ tag: UnsafeMutablePointer<UInt8>?, among known: [String], at mark: yaml_mark_t
    ) {
        guard let tag = text(tag),
            !known.contains(where: { tag == "tag:yaml.org,2002:\($0)" })
        else { return }
        guard !tag.hasPrefix("tag:yaml.org,2002:") else {
            noted.append(
                Diagnostic(
                    .error, .yamlTag,
                    detail:
                        "Tags have no meaning in a manifest, except !!str, which makes a text of"
                        + " what follows it. Remove the tag.",
                    at: location(mark, mark)))
            return
        }
        note(QuotingAdvice(syntax: "an unquoted ! as a tag", line: line(mark.line)), at: mark)
    }

    private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private func stop(
        _ rule: Rule, _ detail: String, at mark: yaml_mark_t
    ) -> Stop {
        Stop(
            diagnostic: Diagnostic(.error, rule, detail: detail, at: location(mark, mark)))
    }

    private func position(_ mark: yaml_mark_t) -> TextPosition {
        TextPosition(line: mark.line + 1, column: mark.column + 1)
    }

    /// libyaml counts lines and columns from 0.
    func location(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceLocation {
        let isOnOneLine = start.line == end.line && end.column > start.column
        return SourceLocation(
            file: file, line: start.line + 1, column: start.column + 1,
            endColumn: isOnOneLine ? end.column + 1 : nil)
    }
}

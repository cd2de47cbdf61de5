/// What a filter says of an event.
package enum Verdict: Hashable, Sendable {
    /// It comes to true.
    case delivered
    /// It comes to false.
    case dropped
    /// It comes to something that is neither.
    case notBoolean
    /// It comes to nothing.
    case failed(EvaluationFailure)
}

/// A filter and what it needs to have events put to it, one after the other.
package struct FilterRun {
    package let filter: CompiledFilter
    private let scanner: EventScanner
    private var evaluation: Evaluation

    package init(_ filter: CompiledFilter) {
        self.filter = filter
        scanner = EventScanner(filter.paths)
        evaluation = Evaluation(filter)
    }

    /// The verdict on one event, given as its JSON text.
    package mutating func verdict(
        on event: UnsafeBufferPointer<UInt8>
    ) throws(EventScanFault) -> Verdict {
        try scanner.scan(event, into: &evaluation.tape)
        return evaluation.verdict(on: event)
    }

    /// What the expression comes to.
    package mutating func result(
        of event: UnsafeBufferPointer<UInt8>
    ) throws(EventScanFault) -> Result<EvaluatedValue, EvaluationFailure> {
        try scanner.scan(event, into: &evaluation.tape)
        return evaluation.withSource(event) { evaluation in
            do throws(EvaluationFailure) {
                let value = try evaluation.run()
                return .success(evaluation.evaluated(value))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Evaluates step by step, and tells which part came to what.
    package static func trace(
        _ expression: FilterExpression, on event: [UInt8]
    ) throws(EventScanFault) -> Trace? {
        let filter = CompiledFilter(expression, joinsSteps: false)
        return try event.withUnsafeBufferPointer { bytes throws(EventScanFault) in
            var evaluation = Evaluation(filter, source: bytes)
            try EventScanner(filter.paths).scan(bytes, into: &evaluation.tape)
            evaluation.recorder = TraceRecorder(expression)
            do throws(EvaluationFailure) {
                _ = try evaluation.run()
            } catch {
                // The recorder has it.
            }
            return evaluation.recorder?.finished
        }
    }
}

extension Evaluation {
    /// The verdict on the event that stands on the tape.
    mutating func verdict(on event: UnsafeBufferPointer<UInt8>) -> Verdict {
        withSource(event) { evaluation in
            do throws(EvaluationFailure) {
                guard case .bool(let isTrue) = try evaluation.run() else { return .notBoolean }
                return isTrue ? .delivered : .dropped
            } catch {
                return .failed(error)
            }
        }
    }

    /// The event's bytes are the caller's, and may be gone afterwards.
    fileprivate mutating func withSource<Result>(
        _ event: UnsafeBufferPointer<UInt8>, _ body: (inout Evaluation) -> Result
    ) -> Result {
        source = event
        defer { source = UnsafeBufferPointer(start: nil, count: 0) }
        return body(&self)
    }

    /// A value as it leaves the evaluation.
    mutating func evaluated(_ value: Value) -> EvaluatedValue {
        switch value {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .long(let value): return .long(value)
        case .real(let value): return .real(value)
        case .text(let text): return .text(string(text))
        case .entry, .list:
            if var elements = elements(of: value) {
                var result: [EvaluatedValue] = []
                while let element = next(&elements) { result.append(evaluated(element)) }
                return .list(result)
            }
            guard case .entry(let object) = value else { return .null }
            var members: [EvaluatedValue.Member] = []
            var place = object + 1
            while place < tape.entries[Int(object)].next {
                members.append(
                    EvaluatedValue.Member(
                        name: String(decoding: key(of: place), as: UTF8.self),
                        value: evaluated(self.value(at: place))))
                place = tape.entries[Int(place)].next
            }
            return .object(members)
        }
    }
}

package import Vocabulary

/// What a hook does with the event of a test.
package struct FilterTestResult: Hashable, Sendable {
    package let address: Address
    package let test: FilterTest
    package let eventType: String
    package let outcome: FilterOutcome

    /// Whether the event is delivered; nil where nobody knows what Okta does.
    package var isDelivered: Bool? { outcome.isDelivered }

    package var passes: Bool { isDelivered == test.delivers }
}

extension ResourceDeclaration {
    /// Puts the event of a test to the hook as it is declared.
    ///
    /// - Parameters:
    ///   - event: the event as JSON.
    ///   - eventType: its type, which tells the filter.
    package func result(
        of test: FilterTest, event: [UInt8], eventType: String
    ) -> FilterTestResult {
        FilterTestResult(
            address: address, test: test, eventType: eventType,
            outcome: outcome(of: event, eventType: eventType))
    }
}

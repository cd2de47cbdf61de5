/// How long each phase of an exchange took.
///
/// The phases follow each other and are not cumulative. On a reused connection the first three
/// are zero. What `total` holds beyond their sum is the wait for a free connection and the
/// reading of the body.
package struct HTTPTimings: Sendable, Equatable {
    package var nameLookup: Duration = .zero
    package var connect: Duration = .zero
    package var tls: Duration = .zero

    /// From the moment the request could be sent to the first byte of the answer.
    package var firstByte: Duration = .zero

    package var total: Duration = .zero
    package var connectionReused = false

    package init() {}
}

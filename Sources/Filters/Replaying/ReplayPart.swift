/// What came of one part of a log.
package struct ReplayPart: Sendable {
    /// A piece of the log that is no event.
    package struct Unreadable: Hashable, Sendable {
        package let line: Int
        package let reason: UnreadableEvent

        package init(line: Int, reason: UnreadableEvent) {
            self.line = line
            self.reason = reason
        }
    }

    /// How many events and other pieces there were, and how many bytes with what is around them.
    package internal(set) var events = 0
    package internal(set) var bytes = 0
    package internal(set) var counts = ReplayCounts()
    package internal(set) var differences: [ReplayDifference] = []
    package internal(set) var unreadable: [Unreadable] = []
}

package import JSON

/// What Okta sends to the endpoint of one type of inline hook, and what may be answered.
package struct HookContract: Hashable, Sendable {
    /// What a payload names as its origin.
    package enum Source: Hashable, Sendable {
        /// The hook's id alone.
        case id
        /// The hook's URL.
        case hook
        /// A path of the org.
        case path(String)
    }

    package let source: Source
    /// A payload's members beside the envelope; made up, and fit to be seen by anybody.
    package let sample: JSONObject
    /// The commands that an answer may hold.
    package let commands: [CommandRule]

    package init(source: Source, sample: JSONObject, commands: [CommandRule]) {
        self.source = source
        self.sample = sample
        self.commands = commands
    }
}

/// What Okta takes for one type of command.
package struct CommandRule: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        /// An object with one member, which has one of these values.
        case word(String, of: [String])
        /// An object with one text.
        case text(String)
        /// An object of profile attributes, one at least.
        case attributes
        /// An array of operations on a document.
        case patch(Patch)
        /// An array of objects, each with a member that has one of these values.
        case outcomes(String, of: [String])
    }

    /// Which operations are taken, and where.
    package struct Patch: Hashable, Sendable {
        package let operations: [String]
        /// What a path begins with.
        package let places: [String]
        /// Paths that hold a number and can only be replaced.
        package let numbers: [String]

        package init(operations: [String], places: [String], numbers: [String] = []) {
            self.operations = operations
            self.places = places
            self.numbers = numbers
        }
    }

    package let type: String
    package let value: Value
    /// A word as the value of which another command has to stand beside this one.
    package let needs: [String: String]

    package init(_ type: String, _ value: Value, needs: [String: String] = [:]) {
        self.type = type
        self.value = value
        self.needs = needs
    }
}

import ArgumentParser
import Vocabulary

/// Options of the commands that take the state's lock.
struct LockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How long to wait for a run that holds the state's lock, such as 30s or 5m.",
            valueName: "duration"))
    var lockTimeout = WaitingTime(seconds: 0)
}

/// A length of time as people type it: `90s`, `5m`, `1h30m`.
struct WaitingTime: ExpressibleByArgument, CustomStringConvertible {
    private static let units: [(name: Character, seconds: Int)] = [
        ("h", 3600), ("m", 60), ("s", 1),
    ]

    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    /// Numbers with a unit each, the larger before the smaller; nil for anything else, and for more
    /// than a day.
    init?(argument: String) {
        guard let total = secondsOfUnits(argument, Self.units), total <= 86_400 else { return nil }
        seconds = total
    }

    var description: String {
        var rest = seconds
        var result = ""
        for unit in Self.units where rest >= unit.seconds {
            result += "\(rest / unit.seconds)\(unit.name)"
            rest %= unit.seconds
        }
        return result.isEmpty ? "0s" : result
    }
}

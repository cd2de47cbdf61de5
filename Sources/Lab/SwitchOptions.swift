import ArgumentParser
import Foundation
import LabServers

extension OrgSwitches.Reset: ExpressibleByArgument {}
extension OrgSwitches.OmittedSecret: ExpressibleByArgument {}
extension OrgSwitches.Counted: ExpressibleByArgument {}
extension OrgSwitches.Filters: ExpressibleByArgument {}
extension OrgSwitches.Permission: ExpressibleByArgument {}

/// The behaviours no source tells, each to be set either way.
struct SwitchOptions: ParsableArguments {
    @Option(help: "What resets a verification on PUT.")
    var resetOn = OrgSwitches.Reset.channel

    @Option(help: "What a PUT without the auth header's value or the client's secret does.")
    var secretOmitted = OrgSwitches.OmittedSecret.refuse

    @Option(help: ArgumentHelp("The answer to deleting an active hook.", valueName: "status"))
    var deleteActiveStatus = 400

    @Option(help: "Activating the active, deactivating the inactive.")
    var repeatedLifecycle = OrgSwitches.Permission.accept

    @Option(help: "Event types the org does not know.")
    var unknownEvents = OrgSwitches.Permission.accept

    @Option(
        help: ArgumentHelp(
            "The event types the org knows, one a line; without it, all that look like one.",
            valueName: "file"))
    var eventTypes: String?

    @Option(help: "Filters, or what an org without them does with a hook that has one.")
    var filters = OrgSwitches.Filters.on

    @Option(help: "Filters that cannot be read, or are for a type the hook does not ask for.")
    var unknownFilters = OrgSwitches.Permission.refuse

    @Option(help: "Which event hooks count against the maximum.")
    var limitCounts = OrgSwitches.Counted.all

    func validate() throws {
        guard (400..<500).contains(deleteActiveStatus) else {
            throw ValidationError("--delete-active-status must be from 400 to 499.")
        }
    }

    func chosen() throws -> OrgSwitches {
        var switches = OrgSwitches()
        switches.resetOn = resetOn
        switches.secretOmitted = secretOmitted
        switches.deleteActiveStatus = deleteActiveStatus
        switches.repeatedLifecycle = repeatedLifecycle
        switches.unknownEvents = unknownEvents
        switches.filters = filters
        switches.unknownFilters = unknownFilters
        switches.limitCounts = limitCounts
        if let eventTypes {
            let text = try String(contentsOfFile: eventTypes, encoding: .utf8)
            switches.eventTypes = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
        }
        return switches
    }
}

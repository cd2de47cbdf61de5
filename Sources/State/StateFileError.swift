package import Vocabulary

/// Why bytes are not a state that this run may use. A state is never reset because of one.
package enum StateFileError: Error, Hashable, Sendable {
    /// Not a state, or not whole; the text says what is wrong and where, without any values:
    /// `line 3, column 7: …` or `resources.event_hook.x.id: expected a string`.
    case damaged(String)
    /// Written by a later release, in a format that this one does not know.
    case newer(version: Int)
    /// The state of another org, whose URL it is.
    case otherOrg(recorded: String)
}

extension StateFileError {
    private static func wayBack(_ backup: String?) -> String {
        guard let backup else {
            return "Put a whole copy back. Where there is none, put the damaged file aside, and "
                + "take the objects over anew by the names that the manifest gives:"
        }
        return "\(backup) is the state of before the last run. Put it back, and let the next plan "
            + "show what came after it:"
    }

    /// The error for people, with what to do; `place` is where the state is kept.
    ///
    /// - Parameter backup: where the state of before the last run is, when there is one.
    package func diagnostic(place: String, backup: String? = nil) -> Diagnostic {
        switch self {
        case .damaged(let what):
            Diagnostic(
                .error, .stateDamaged,
                detail: """
                    \(place) cannot be read: \(what). It is not reset, since only the state knows \
                    which objects are managed. \(Self.wayBack(backup))
                    """)
        case .newer(let version):
            Diagnostic(
                .error, .stateNewer,
                detail: """
                    \(place) has format version \(version); this release knows versions up to \
                    \(Snapshot.formatVersion). Run the release that wrote it, or a later one.
                    """)
        case .otherOrg(let recorded):
            Diagnostic(
                .error, .stateOtherOrg,
                detail: """
                    \(place) records the objects of \(recorded), and this run is for another org. \
                    Going on would take every object recorded there for lost. Correct the org's \
                    url in the manifest, or keep this org's state in a place of its own.
                    """)
        }
    }
}

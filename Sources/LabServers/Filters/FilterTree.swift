/// A filter, taken apart.
indirect enum FilterTree: Sendable {
    case literal(FilterValue)
    case equal(FilterTree, FilterTree)
    case ordered(FilterTree, Order, FilterTree)
    case not(FilterTree)
    /// As many as stand side by side: a tree of pairs would be as deep as the filter is long.
    case all([FilterTree])
    case any([FilterTree])
    /// Steps from a value; from where the names are looked up, when there is none.
    case path(from: FilterTree?, [Step])

    enum Order: String, Sendable {
        case below = "<"
        case atMost = "<="
        case above = ">"
        case atLeast = ">="
    }

    struct Step: Sendable {
        let kind: Kind
        /// Of null it is null, and no failure.
        let isSafe: Bool

        enum Kind: Sendable {
            case property(String)
            case method(FilterMethod, [FilterTree])
            case index(FilterTree)
            case select(Selection, FilterTree)
            case project(FilterTree)
        }
    }

    /// Which of the elements that fit.
    enum Selection: String, Sendable {
        case all = "?["
        case first = "^["
        case last = "$["
    }
}

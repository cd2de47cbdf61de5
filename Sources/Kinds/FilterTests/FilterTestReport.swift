import Vocabulary

/// What came of the tests of a manifest, in one org or in several.
package struct FilterTestReport: Sendable {
    /// A result, and the orgs where it is this one.
    package struct Entry: Sendable {
        package let result: FilterTestResult
        package fileprivate(set) var orgs: [String]
        /// Whether the test has another result in other orgs, as it may by their variables.
        package fileprivate(set) var dependsOnOrg = false
    }

    private struct Name: Hashable {
        let address: Address
        let test: String

        init(_ result: FilterTestResult) {
            address = result.address
            test = result.test.name
        }
    }

    private var found: [Entry] = []
    private var places: [FilterTestResult: Int] = [:]

    package init() {}

    package mutating func add(_ result: FilterTestResult, of org: String) {
        if let place = places[result] {
            found[place].orgs.append(org)
        } else {
            places[result] = found.count
            found.append(Entry(result: result, orgs: [org]))
        }
    }

    /// By address, and in the order of the manifest.
    package var entries: [Entry] {
        let counts = Dictionary(found.map { (Name($0.result), 1) }, uniquingKeysWith: +)
        return found.enumerated().sorted { a, b in
            let (x, y) = (a.element.result, b.element.result)
            return (x.address, x.test.location, a.offset) < (y.address, y.test.location, b.offset)
        }.map { item in
            var entry = item.element
            entry.dependsOnOrg = counts[Name(entry.result)] != 1
            return entry
        }
    }

    package var isEmpty: Bool { found.isEmpty }
    package var count: Int { found.count }
    package var failures: Int { found.count { !$0.result.passes } }
}

package import Kinds

/// Reads what refers to objects. These lists are others than those of the kinds, and more requests.
package protocol UseReader: OrgReader {
    /// Everything in a list that refers to any object, sorted.
    func uses(in list: UseList) async throws(OrgError) -> [ObjectUse]
}

/// The candidate that a mistyped name most likely meant, for "did you mean"; nil when none is near.
///
/// Near is an edit distance (insert, delete, replace, swap of neighbours) of at most a third of the
/// name's length, and at least 1. Of equals the first in order wins.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() where candidate != name {
        let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
        if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.name
}

/// The address that a mistyped one most likely meant: of the same kind, with a key that is near; else
/// with its key and another kind, or none; else of a kind that is near, with a key that is. Of what is
/// no address, one that is near as a whole.
package func nearestAddress(
    to address: Address, among candidates: some Sequence<Address>
) -> Address? {
    let candidates = candidates.sorted()
    func near(_ among: [Address]) -> Address? {
        let key = nearestName(to: address.key, among: among.map(\.key))
        return among.first { $0.key == key }
    }
    if let sibling = near(candidates.filter { $0.kind == address.kind }) { return sibling }
    if let same = candidates.first(where: { $0.key == address.key && $0 != address }) {
        return same
    }
    if address.kind.isEmpty {
        if let named = near(candidates) { return named }
        let whole = nearestName(to: address.key, among: candidates.map(\.description))
        return candidates.first { $0.description == whole }
    }
    let kind = nearestName(to: address.kind, among: candidates.map(\.kind))
    return near(candidates.filter { $0.kind == kind })
}

/// The optimal string alignment distance.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + Array(repeating: 0, count: b.count)
        for j in 1...b.count {
            let same = a[i - 1] == b[j - 1]
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}

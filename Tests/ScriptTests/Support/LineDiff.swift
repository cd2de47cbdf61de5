/// What two texts differ in, line by line: `-` what was expected, `+` what came instead.
func lineDiff(expected: String, actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var lines: [String] = []
    var (left, right) = (0, 0)
    let changes = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
    }
    while left < old.count || right < new.count {
        if left < old.count, removed.contains(left) {
            lines.append("-" + old[left])
            left += 1
        } else if right < new.count, inserted.contains(right) {
            lines.append("+" + new[right])
            right += 1
        } else {
            lines.append(" " + old[left])
            left += 1
            right += 1
        }
    }
    return lines.joined(separator: "\n")
}

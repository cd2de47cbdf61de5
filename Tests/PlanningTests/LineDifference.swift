/// The lines that went (`-`) and came (`+`), each with its neighbours; equal stretches are cut short.
func lineDifference(from old: String, to new: String, context: Int = 2) -> String {
    let (old, new) = (lines(of: old), lines(of: new))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
    }
    var marked: [(mark: String, line: String)] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
        if removed.contains(i) {
            marked.append(("-", old[i]))
            i += 1
        } else if added.contains(j) {
            marked.append(("+", new[j]))
            j += 1
        } else {
            marked.append((" ", new[j]))
            i += 1
            j += 1
        }
    }
    var result: [String] = []
    for (place, entry) in marked.enumerated() {
        let near = max(0, place - context)...min(marked.count - 1, place + context)
        if marked[near].contains(where: { $0.mark != " " }) {
            result.append(entry.mark + entry.line)
        } else if result.last != "…" {
            result.append("…")
        }
    }
    return result.joined(separator: "\n")
}

private func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

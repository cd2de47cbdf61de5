/// A text archive: lines on top, then files, each under a line `-- NAME --`.
struct Txtar {
    struct Section {
        let name: String
        var text: String
    }

    var head: String
    var sections: [Section]

    init(_ text: String) {
        head = ""
        sections = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
            text.hasSuffix("\n") ? 1 : 0)
        {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
                sections.append(Section(name: String(line.dropFirst(3).dropLast(3)), text: ""))
            } else if sections.isEmpty {
                head += "\(line)\n"
            } else {
                sections[sections.count - 1].text += "\(line)\n"
            }
        }
    }

    /// What `init` reads.
    var text: String {
        head + sections.map { "-- \($0.name) --\n\($0.text)" }.joined()
    }

    subscript(name: String) -> String? {
        get { sections.first { $0.name == name }?.text }
        set {
            guard let newValue else { return }
            if let place = sections.firstIndex(where: { $0.name == name }) {
                sections[place].text = newValue
            } else {
                sections.append(Section(name: name, text: newValue))
            }
        }
    }
}

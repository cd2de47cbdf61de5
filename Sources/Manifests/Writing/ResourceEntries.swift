import Kinds
import Vocabulary

/// A resource as the entries of its mapping, what goes without saying left out: texts first, then
/// where it calls, then lists and filters, then how it is.
struct ResourceEntries {
    private let draft: ResourceDraft
    private let kind: ResourceKind

    init(_ draft: ResourceDraft) {
        self.draft = draft
        kind = draft.object.kind
    }

    /// - Parameter channel: what stands under the key of the channel; nil for a kind without one.
    func tree(channel: YAMLTree.Entry?) -> YAMLTree {
        var texts: [YAMLTree.Entry] = []
        var collections: [YAMLTree.Entry] = []
        var status: [YAMLTree.Entry] = []
        for attribute in kind.ownAttributes {
            guard let value = value(of: attribute) else { continue }
            let entry = YAMLTree.Entry(key: attribute.manifestName, value: value)
            if attribute.has(.lifecycleStatus) {
                status.append(entry)
            } else if attribute.shape == .text {
                texts.append(entry)
            } else {
                collections.append(entry)
            }
        }
        let entries =
            texts + (channel.map { [$0] } ?? []) + collections + status + verification + check
        return channel == nil ? .flow(entries) : .block(entries)
    }

    private func value(of attribute: Attribute) -> YAMLTree? {
        let entries = draft.object.attributes.entries(of: attribute.path)
        guard let first = entries.first else { return nil }
        switch attribute.shape {
        case .text:
            guard let text = first.value.text else { return nil }
            if attribute.has(.lifecycleStatus) {
                let status = ResourceStatus.allCases.first { $0.wire == text }
                return status == .active ? nil : status.map { .text($0.rawValue) }
            }
            let standard = attribute.has(.unique) ? draft.address.key : attribute.standard
            return text == standard ? nil : templateText(text)
        case .names:
            return .list((first.value.names ?? []).map(escaped))
        case .pairs, .filters:
            return .block(
                entries.map { entry in
                    let text = entry.value.text ?? ""
                    return .init(
                        key: entry.path.key ?? "",
                        value: templateText(attribute.shape == .filters ? trimmed(text) : text))
                })
        }
    }

    /// A filter that Okta has taken stays, though the check of ours would refuse it.
    private var check: [YAMLTree.Entry] {
        guard draft.known.hasOddFilters else { return [] }
        return [
            .init(
                key: "check_filters", value: .word("false"),
                comments: [
                    "A filter is odd, and Okta has taken it. Without this line, it is an error."
                ])
        ]
    }

    /// An endpoint that Okta has not verified stays so until somebody wants it verified.
    private var verification: [YAMLTree.Entry] {
        guard kind.isVerified, draft.object.isActive, draft.object.isVerified == false,
            !draft.known.isToBeVerified
        else { return [] }
        return [
            .init(
                key: "verify", value: .word("false"),
                comments: [
                    "Okta has not verified it, so it receives nothing. Without this line, apply"
                        + " verifies it."
                ])
        ]
    }
}

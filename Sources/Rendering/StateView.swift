import Kinds
package import Planning
package import State
package import Vocabulary

/// The recorded resources and open writes for a reader.
package struct StateListView: Sendable {
    let snapshot: Snapshot

    package init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        }
    }

    /// Sorted.
    var addresses: [Address] {
        Set(snapshot.resources.keys).union(snapshot.intents.keys).sorted()
    }

    /// A write without a recorded outcome, in words.
    func openWrite(_ address: Address) -> String? {
        snapshot.intents[address].map {
            "\($0.operation.rawValue) begun \($0.time), outcome not recorded"
        }
    }
}

/// One recorded resource for a reader; secrets are masked.
package struct ResourceView: Sendable {
    let address: Address
    let resource: RecordedResource
    /// The uses of the object; nil if the run didn't ask for them.
    let use: WhereUsed.Finding?

    package init(
        _ address: Address, _ resource: RecordedResource, use: WhereUsed.Finding? = nil
    ) {
        self.address = address
        self.resource = resource
        self.use = use
    }

    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        }
    }

    var kind: ResourceKind? { KindRegistry.kind(of: address) }

    var uses: UseView? { use.map { UseView(head: "where used", finding: $0) } }

    var rows: [AttributeRow] {
        var rows: [AttributeRow] = [.value("id", .word(resource.id))]
        if let isVerified = resource.isVerified {
            rows.append(.value("verified", .word(isVerified ? "yes" : "no")))
        }
        if let lastUpdated = resource.lastUpdated {
            rows.append(.value("last updated", .word(lastUpdated)))
        }
        return rows + AttributeRow.rows(of: resource.attributes, kind: kind)
    }
}

extension AttributeRow {
    /// A row without a sign.
    static func value(_ label: String, _ value: ShownValue) -> AttributeRow {
        AttributeRow(sign: .none, label: label, content: .value(value))
    }
}

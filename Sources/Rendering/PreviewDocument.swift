import JSON
import Reconciling

extension PreviewView {
    /// The whole preview for programs.
    func json(_ result: DeliveryResult?) -> JSONValue {
        var filter = outcomeDocument(report.outcome).object ?? JSONObject()
        filter["active"] = .bool(report.isActive)
        filter["delivers"] = report.isDelivered.map { .bool($0) } ?? .null
        var source: JSONObject = [
            "from": .string(report.source.word), "type": .string(report.eventType),
            "uuid": report.event["uuid"] ?? .null, "published": report.event["published"] ?? .null,
        ]
        switch report.source {
        case .file(let name, _): source["file"] = .string(name)
        case .sample(let reason): source["reason"] = reason.map { .string($0) } ?? .null
        case .latest, .logged: break
        }
        return [
            "address": .string(address),
            "event_source": .object(source),
            "request": [
                "method": "POST", "url": delivery.url.json,
                "headers": .array(
                    delivery.headers.map { header in
                        [
                            "name": .string(header.name), "value": header.value.json,
                            "sensitive": .bool(header.value.json.isNull),
                        ]
                    }),
                "body": delivery.body,
            ],
            "filter": .object(filter),
            "delivery": result?.json ?? .null,
        ]
    }
}

extension HookDelivery.Part {
    fileprivate var json: JSONValue {
        switch self {
        case .clear(let text): .string(text)
        case .secret: .null
        }
    }
}

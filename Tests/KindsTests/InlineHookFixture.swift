import JSON
import Kinds
import Vocabulary

extension KindFixture {
    /// No org holds such a hook: it has what belongs to every channel at once, so that each
    /// attribute is read and written. `InlineHookTests` has those of each channel.
    static let inlineHook = KindFixture(
        full: [
            "id": "cal1", "status": "ACTIVE", "name": "Enrich tokens",
            "type": "com.okta.oauth2.tokens.transform", "version": "1.0.1",
            "channel": [
                "type": "OAUTH", "version": "1.0.0",
                "config": [
                    "uri": "https://hooks.acme.com/tokens",
                    "headers": [["key": "Field 1", "value": "Value 1"]], "method": "POST",
                    "authScheme": ["type": "HEADER", "key": "Authorization"],
                    "clientId": "abc123", "tokenUrl": "https://login.acme.com/token",
                    "authType": "client_secret_post", "scope": "api", "hookKeyId": "HKY1",
                ],
            ],
            "created": "2026-03-01T10:00:00.000Z", "lastUpdated": "2026-03-02T10:00:00.000Z",
            "_links": ["self": ["href": "https://acme.okta.com/api/v1/inlineHooks/cal1"]],
        ],
        attributes: Attributes([
            AttributePath("name"): .text("Enrich tokens"),
            AttributePath("type"): .text("com.okta.oauth2.tokens.transform"),
            AttributePath("version"): .text("1.0.1"),
            AttributePath("status"): .text("ACTIVE"),
            AttributePath("channel.type"): .text("OAUTH"),
            AttributePath("channel.config.uri"): .text("https://hooks.acme.com/tokens"),
            AttributePath("channel.config.headers", key: "Field 1"): .text("Value 1"),
            AttributePath("channel.config.authScheme.key"): .text("Authorization"),
            AttributePath("channel.config.authScheme.value"): .unknown,
            AttributePath("channel.config.clientId"): .text("abc123"),
            AttributePath("channel.config.clientSecret"): .unknown,
            AttributePath("channel.config.tokenUrl"): .text("https://login.acme.com/token"),
            AttributePath("channel.config.authType"): .text("client_secret_post"),
            AttributePath("channel.config.scope"): .text("api"),
            AttributePath("channel.config.hookKeyId"): .text("HKY1"),
        ]),
        secrets: [
            "channel.config.authScheme.value": "the secret",
            "channel.config.clientSecret": "the client's secret",
        ],
        body: [
            "name": "Enrich tokens", "type": "com.okta.oauth2.tokens.transform",
            "version": "1.0.1",
            "channel": [
                "type": "OAUTH", "version": "1.0.0",
                "config": [
                    "method": "POST", "uri": "https://hooks.acme.com/tokens",
                    "headers": [["key": "Field 1", "value": "Value 1"]],
                    "authScheme": [
                        "type": "HEADER", "key": "Authorization", "value": "the secret",
                    ],
                    "clientId": "abc123", "clientSecret": "the client's secret",
                    "tokenUrl": "https://login.acme.com/token", "authType": "client_secret_post",
                    "scope": "api", "hookKeyId": "HKY1",
                ],
            ],
        ],
        least: [
            "id": "cal2", "name": "Enrich tokens", "type": "com.okta.oauth2.tokens.transform",
            "channel": [
                "type": "HTTP", "version": "1.0.0",
                "config": [
                    "uri": "https://hooks.acme.com/tokens", "headers": [], "authScheme": nil,
                    "method": "POST",
                ],
            ],
        ],
        leastBody: [
            "name": "Enrich tokens", "type": "com.okta.oauth2.tokens.transform",
            "channel": [
                "type": "HTTP", "version": "1.0.0",
                "config": ["method": "POST", "uri": "https://hooks.acme.com/tokens"],
            ],
        ])
}

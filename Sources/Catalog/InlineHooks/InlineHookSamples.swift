import JSON

/// A made-up payload for each type of inline hook, in the form that Okta's API describes. Nobody in
/// them exists: example.com and 555-01xx are set aside for such as these.
enum InlineHookSamples {
    static let userImport: JSONObject = [
        "data": [
            "context": [
                "conflicts": ["login"],
                "application": [
                    "name": "sample_directory", "id": "0oaSampleDirectory00",
                    "label": "Sample directory", "status": "ACTIVE",
                ],
                "job": ["id": "ij1SampleImportJob00", "type": "import:users"],
                "matches": [],
                "policy": ["EMAIL", "FIRST_AND_LAST_NAME"],
            ],
            "action": ["result": "CREATE_USER"],
            "appUser": [
                "profile": [
                    "userName": "sample.user", "firstName": "Sample", "lastName": "User",
                    "email": "sample.user@example.com", "externalId": "sample-1",
                    "accountType": "STANDARD", "groups": ["everyone@example.com"],
                ]
            ],
            "user": [
                "profile": [
                    "login": "sample.user@example.com", "email": "sample.user@example.com",
                    "firstName": "Sample", "lastName": "User", "secondEmail": nil,
                    "mobilePhone": nil,
                ]
            ],
        ]
    ]

    static let token: JSONObject = [
        "data": [
            "context": [
                "request": request("GET", "/oauth2/default/v1/authorize"),
                "protocol": [
                    "type": "OAUTH2.0",
                    "request": [
                        "scope": "openid profile email", "state": "sample-state",
                        "redirect_uri": "https://app.example.com/callback",
                        "response_mode": "query", "response_type": "code",
                        "client_id": "0oaSampleClient00000",
                    ],
                    "issuer": ["uri": "https://example.okta.com/oauth2/default"],
                    "client": [
                        "id": "0oaSampleClient00000", "name": "Sample app",
                        "type": "CONFIDENTIAL",
                    ],
                ],
                "session": session, "user": user,
                "policy": [
                    "id": "00pSamplePolicy00000", "rule": ["id": "0prSampleRule0000000"],
                ],
            ],
            "identity": [
                "claims": [
                    "sub": "00uSampleUser0000000", "name": "Sample User",
                    "email": "sample.user@example.com", "ver": 1,
                    "iss": "https://example.okta.com/oauth2/default",
                    "aud": "0oaSampleClient00000", "jti": "ID.sample",
                    "amr": ["pwd"], "idp": "00oSampleProvider000", "nonce": "sample-nonce",
                    "preferred_username": "sample.user@example.com", "auth_time": 1_767_225_600,
                ],
                "token": ["lifetime": ["expiration": 3600]],
            ],
            "access": [
                "claims": [
                    "ver": 1, "jti": "AT.sample",
                    "iss": "https://example.okta.com/oauth2/default", "aud": "api://default",
                    "cid": "0oaSampleClient00000", "uid": "00uSampleUser0000000",
                    "sub": "sample.user@example.com",
                ],
                "token": ["lifetime": ["expiration": 3600]],
                "scopes": [
                    "openid": ["id": "scpSampleOpenid00000", "action": "GRANT"],
                    "profile": ["id": "scpSampleProfile0000", "action": "GRANT"],
                    "email": ["id": "scpSampleEmail000000", "action": "GRANT"],
                ],
            ],
        ]
    ]

    static let assertion: JSONObject = [
        "data": [
            "context": [
                "request": request("GET", "/app/sample/exkSampleSamlApp0000/sso/saml"),
                "protocol": [
                    "type": "SAML2.0",
                    "issuer": [
                        "id": "0oaSampleSamlApp0000", "name": "Sample SAML app",
                        "uri": "http://www.okta.com/exkSampleSamlApp0000",
                    ],
                ],
                "session": session, "user": user,
            ],
            "assertion": [
                "subject": [
                    "nameId": "sample.user@example.com",
                    "nameFormat": "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
                    "confirmation": [
                        "method": "urn:oasis:names:tc:SAML:2.0:cm:bearer",
                        "data": ["recipient": "https://app.example.com/saml/sso"],
                    ],
                ],
                "authentication": [
                    "sessionIndex": "id1767225600.1",
                    "authnContext": [
                        "authnContextClassRef":
                            "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
                    ],
                ],
                "conditions": ["audienceRestriction": ["urn:example:sp"]],
                "claims": [
                    "department": [
                        "attributes": [
                            "NameFormat":
                                "urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified"
                        ],
                        "attributeValues": [
                            ["attributes": ["xsi:type": "xs:string"], "value": "Sales"]
                        ],
                    ]
                ],
                "lifetime": ["expiration": 300],
            ],
        ]
    ]

    static let telephony: JSONObject = [
        "requestType": "com.okta.user.telephony.mfa-verification",
        "data": [
            "context": ["request": request("POST", "/idp/idx/challenge")],
            "userProfile": [
                "firstName": "Sample", "lastName": "User", "login": "sample.user@example.com",
                "userId": "00uSampleUser0000000",
            ],
            "messageProfile": [
                "msgTemplate": "Your verification code is 000000.",
                "phoneNumber": "+12025550123", "otpExpires": "2030-01-01T00:05:00.000Z",
                "deliveryChannel": "SMS", "otpCode": "000000", "locale": "EN-US",
            ],
        ],
    ]

    static let passwordImport: JSONObject = [
        "data": [
            "context": [
                "request": request("POST", "/idp/idx/challenge/answer"),
                "credential": [
                    "username": "sample.user@example.com", "password": "a-made-up-password",
                ],
            ],
            "action": ["credential": "UNVERIFIED"],
        ]
    ]

    static let registration: JSONObject = [
        "requestType": "self.service.registration",
        "data": [
            "context": ["request": request("POST", "/idp/idx/enroll/new")],
            "userProfile": [
                "firstName": "Sample", "lastName": "User", "login": "sample.user@example.com",
                "email": "sample.user@example.com",
            ],
            "action": "ALLOW",
        ],
    ]

    private static func request(_ method: String, _ path: String) -> JSONValue {
        [
            "id": "reqSampleRequest00000000", "method": .string(method),
            "url": ["value": .string(path)], "ipAddress": "192.0.2.1",
        ]
    }

    private static let session: JSONValue = [
        "id": "102SampleSession00000000", "userId": "00uSampleUser0000000",
        "login": "sample.user@example.com", "createdAt": "2026-01-01T00:00:00.000Z",
        "expiresAt": "2026-01-01T02:00:00.000Z", "status": "ACTIVE",
        "lastPasswordVerification": "2026-01-01T00:00:00.000Z", "amr": ["PASSWORD"],
        "idp": ["id": "00oSampleProvider000", "type": "OKTA"], "mfaActive": false,
    ]

    private static let user: JSONValue = [
        "id": "00uSampleUser0000000", "passwordChanged": "2025-12-01T00:00:00.000Z",
        "profile": [
            "login": "sample.user@example.com", "firstName": "Sample", "lastName": "User",
            "locale": "en", "timeZone": "Europe/Berlin",
        ],
        "_links": [
            "groups": ["href": "https://example.okta.com/00uSampleUser0000000/groups"],
            "factors": [
                "href": "https://example.okta.com/api/v1/users/00uSampleUser0000000/factors"
            ],
        ],
    ]
}

import Testing

@testable import OktaOrg

@Suite struct HeaderValuesTests {
    @Test(
        "The next page among links",
        arguments: [
            ([], nil),
            ([#"<https://a/1>; rel="self""#], nil),
            ([#"<https://a/1>; rel="self""#, #"<https://a/2>; rel="next""#], "https://a/2"),
            (
                [#"<https://a/1>; rel="self", <https://a/2?after=x,y;z>; rel=next"#],
                "https://a/2?after=x,y;z"
            ),
            ([#"<https://a/2>;title="rel=\"no\", <x>; rel=next";REL="prev Next""#], "https://a/2"),
            ([#"<https://a/2>; title="; rel=next""#], nil),
            ([#"<https://a/2>; crossorigin; rel="next""#], "https://a/2"),
            (["<https://a/2", "rel=next", ""], nil),
        ] as [([String], String?)])
    func next(headers: [String], target: String?) { #expect(nextLink(in: headers) == target) }

    @Test(
        "The scopes that a challenge asks for",
        arguments: [
            ([], []),
            (["Bearer"], []),
            ([#"Bearer realm="x""#], []),
            (
                [
                    #"Bearer authorization_uri="http://a.okta.com/oauth2/v1/authorize", "#
                        + #"realm="http://a.okta.com", scope="okta.logs.read okta.eventHooks.manage", "#
                        + #"error="insufficient_scope", error_description="The access token, scope=\"x\".""#
                ], ["okta.eventHooks.manage", "okta.logs.read"]
            ),
            (["Bearer scope=one", #"DPoP algs="ES256", scope="two""#], ["one", "two"]),
            ([#"Bearer error="a, scope=b", =, "unclosed"#], []),
        ] as [([String], [String])])
    func scopes(headers: [String], scopes: [String]) {
        #expect(scopesAskedFor(in: headers) == scopes)
    }
}

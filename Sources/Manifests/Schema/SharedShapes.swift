import Kinds

extension ManifestSection {
    static let secret = ManifestSection(
        noun: "a secret reference",
        keys: [
            ManifestKey("env", .word, "The environment variable that holds the secret."),
            ManifestKey(
                "file", .word,
                "The file that holds the secret, relative to the folder of this file. One line end"
                    + " at its end is dropped."),
            ManifestKey(
                "command", .list(.word),
                "A program and its arguments, run without a shell; what it prints is the secret."),
            ManifestKey(
                "literal", .word,
                "The secret itself, in clear. Earns a warning: whoever reads the file has it."),
        ], isChoice: true)

    static let headerAuth = ManifestSection(
        noun: "an endpoint's auth",
        keys: [
            ManifestKey(
                "header", .text, required: true,
                "The header that carries the secret, such as Authorization."),
            ManifestKey("value", .secret, required: true, "The header's value, by reference."),
        ])

    static let basicAuth = ManifestSection(
        noun: "an endpoint's auth",
        keys: [
            ManifestKey(
                "basic", .section(.basicCredentials), required: true,
                "HTTP Basic credentials, sent in the Authorization header.")
        ])

    static let basicCredentials = ManifestSection(
        noun: "basic credentials",
        keys: [
            ManifestKey("username", .text, required: true, "The user name, without a colon."),
            ManifestKey("password", .secret, required: true, "The password, by reference."),
        ])

    static let oauth = ManifestSection(
        noun: "an oauth channel",
        keys: [
            url, headers,
            ManifestKey(
                "client_id", .text, required: true, "The client as which Okta asks for a token."),
            ManifestKey(
                "token_url", .text, required: true, "Where Okta asks for a token: an https URL."),
            ManifestKey(
                "scope", .anyOf([.text, .nothing]), "The scope for which Okta asks."),
            ManifestKey("client_secret", .secret, "The client's secret, by reference."),
            ManifestKey(
                "hook_key", .word,
                "The key of the hook key with which Okta signs its request for a token."),
        ], alternatives: ["client_secret", "hook_key"])

    private static let url = ManifestKey(
        "url", .anyOf([.text, .secret]), required: true,
        "Where Okta posts to: an https URL, or a reference where the URL itself is secret.")

    private static let headers = ManifestKey(
        "headers", .anyOf([.map(.anyOf([.text, .secret])), .nothing]),
        "Headers that Okta sends along. Their values can be read in the org, unless they are"
            + " in auth. {} says that there are none.")

    static let filterTest = ManifestSection(
        noun: "a test",
        keys: [
            ManifestKey(
                "name", .word, required: true, "What it tests, in words; unique in the hook."),
            ManifestKey(
                "event", .anyOf([.section(.eventFile), .event]), required: true,
                "An event of the System Log, in place or by { file: PATH }."),
            ManifestKey(
                "deliver", .boolean, required: true,
                "Whether the hook is to deliver the event."),
        ])

    static let eventFile = ManifestSection(
        noun: "an event's file",
        keys: [
            ManifestKey(
                "file", .word, required: true,
                "A file that holds the event as JSON, relative to the folder of this file.")
        ])

    static let endpoint = ManifestSection(
        noun: "an endpoint",
        keys: [
            url, headers,
            ManifestKey(
                "auth",
                .anyOf([.choice(["none"]), .section(.headerAuth), .section(.basicAuth)]),
                "The secret by which the endpoint knows Okta. \"none\" says that there is none."),
        ])
}

extension ManifestType {
    static let secret = ManifestType.shared("secret", .section(.secret))
    static let endpoint = ManifestType.shared("endpoint", .section(.endpoint))
}

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

    static let endpoint = ManifestSection(
        noun: "an endpoint",
        keys: [
            ManifestKey(
                "url", .anyOf([.text, .secret]), required: true,
                "Where Okta posts to: an https URL, or a reference where the URL itself is secret."),
            ManifestKey(
                "headers",
                .anyOf([.map(.anyOf([.text, .secret])), .nothing]),
                "Headers that Okta sends along. Their values can be read in the org, unless they are"
                    + " in auth. {} says that there are none."),
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

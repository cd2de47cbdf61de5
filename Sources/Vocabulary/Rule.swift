/// A rule: one kind of problem that Tenterhook reports. The catalog of all of them is this list.
///
/// The first line of a rule's text is the summary of its diagnostics. The rest is its help: the reason
/// and the fix that every diagnostic of the rule shares. `docs/rules.md` lists both.
package enum Rule: String, Hashable, Sendable, CaseIterable {
    // MARK: YAML

    case yamlEncoding = """
        File is not UTF-8
        Save the file as UTF-8 without control characters.
        """
    case yamlControlCharacter = """
        Control character in the file
        Remove the character, or write it as an escape in double quotes.
        """
    case yamlSyntax = """
        Invalid YAML
        Correct the syntax at the location. Values with special characters need quotes.
        """
    case yamlUnquoted = """
        Unquoted YAML syntax
        YAML reads this unquoted value differently from how it looks. Put it in quotes.
        """
    case yamlTag = """
        Unsupported YAML tag
        A tag changes the type of a value. Remove it, or put a value that begins with an
        exclamation mark in quotes.
        """
    case yamlComment = """
        Value cut at a comment
        A number sign after a space begins a comment, so the rest of the value is lost. Put the
        value in quotes.
        """
    case yamlAnchor = """
        Unused YAML anchor
        A value that begins with an ampersand is an anchor. Put the value in quotes, or remove
        the anchor.
        """
    case yamlKey = """
        Key is not a string
        Write the key as a plain or quoted string.
        """
    case yamlTooLarge = """
        File is too large
        Split the manifest into several files with include.
        """
    case yamlTooDeep = """
        File is nested too deeply
        Remove levels of nesting.
        """
    case yamlMerge = """
        Merge key without a mapping
        The merge key takes a mapping, or a list of mappings.
        """
    case severalDocuments = """
        Several YAML documents in a file
        Use one file for each document, and include them.
        """
    case duplicateKey = """
        Duplicate key
        A mapping can have a key only once. Remove or rename one of the two.
        """

    // MARK: Manifest

    case manifestMissing = """
        Manifest not found
        Name the manifest with -f or its folder with -C, or create one with `tenterhook init`.
        """
    case manifestFileMissing = """
        Manifest file not found
        Check the path. Included paths are relative to the file that includes them.
        """
    case manifestUnreadable = """
        Manifest file is not readable
        Check the permissions of the file and of its folder.
        """
    case manifestEmpty = """
        Empty manifest
        A manifest has at least `version`. Create one with `tenterhook init`.
        """
    case manifestNewer = """
        Manifest of a newer version
        Upgrade Tenterhook, or set `version` to the one that it supports.
        """
    case includeEmpty = """
        Included file is empty
        An empty file would delete the hooks that it declared before. Fill it, or remove it from
        `include`.
        """
    case includePattern = """
        Unsupported include pattern
        Patterns know `*`, `?`, `[…]`, and `**`. List the other files one by one.
        """
    case includeWithoutMatch = """
        Include matches no file
        A pattern without a match would delete the hooks of the files that it matched before.
        Correct or remove it.
        """
    case sectionEmpty = """
        Empty section
        A section without a value would delete its objects. Remove the section, or give it a
        value such as `{}`.
        """
    case unknownKey = """
        Unknown key
        Correct the spelling. `tenterhook schema` prints the JSON Schema of a manifest, which
        editors use for completion.
        """
    case missingKey = """
        Missing key
        Add the key that the message names.
        """
    case oneKey = """
        Exactly one key required
        Keep one of the keys that the message lists.
        """
    case wrongType = """
        Wrong type
        Write the value in the type that the message names. A string that looks like a number or
        a boolean needs quotes.
        """
    case unknownWord = """
        Unknown value
        Use one of the values that the message lists.
        """
    case numberOutOfRange = """
        Number out of range
        Use a number within the bounds that the message names.
        """
    case notAPercentage = """
        Invalid percentage
        Write a whole number from 0 to 100 with a percent sign.
        """
    case invalidKey = """
        Invalid key
        Keys of objects have letters, digits, hyphens, and underscores.
        """
    case invalidAddress = """
        Invalid address
        Write an address as KIND.KEY, such as `event_hook.leavers`.
        """
    case interpolationUnclosed = """
        Unclosed variable reference
        Close it with a brace, or write `$${` for the characters themselves.
        """
    case interpolationUnknown = """
        Unknown variable reference
        Use `${var.NAME}` or `${org}`, or write `$${` for the characters themselves.
        """
    case interpolationNotAllowed = """
        Variable reference not supported here
        Write the value itself.
        """
    case emptyList = """
        Empty list
        Add an item, or remove the key.
        """
    case emptyName = """
        Empty name
        Write a name of at least one character.
        """
    case nameTooLong = """
        Name is too long
        Shorten the name, or raise `name_length` under `policy.limits` if your org allows more.
        """
    case emptyString = """
        Empty string
        Write a value, or remove the key.
        """
    case duplicateDeclaration = """
        Duplicate declaration
        An address can be declared once. Rename or remove one of the two.
        """
    case duplicateName = """
        Duplicate name
        Okta names each object of a kind once. Rename one of the two.
        """
    case eventTypeLimitExceeded = """
        Event type limit exceeded
        Split the hook, or raise the limit under `policy.limits` if your org allows more.
        """
    case limitExceeded = """
        Okta limit exceeded
        Declare fewer objects, or raise the limit under `policy.limits` if your org allows more.
        """
    case noFreeSlot = """
        Okta limit would be exceeded
        Delete or adopt objects in the org, or raise the limit under `policy.limits` if your org
        allows more.
        """
    case moreFindings = """
        More findings omitted
        Fix the findings that are shown, and run the command again.
        """
    case orgRequired = """
        Several orgs; choose one with --org
        Name the org with --org.
        """
    case unknownOrg = """
        Unknown org
        Correct the spelling, or declare the org under `orgs`.
        """
    case invalidOrgUrl = """
        Invalid org URL
        Use the org's own URL, such as `https://acme.okta.com`, without a path.
        """
    case invalidStatePath = """
        Invalid state path
        Use a folder relative to the manifest's folder.
        """
    case unsupportedBackend = """
        Unsupported state backend
        Use `backend: local`.
        """
    case unsupportedCutover = """
        Unsupported cutover
        Use `cutover: in_place`, or remove the key.
        """
    case invalidHostPattern = """
        Invalid host pattern
        Write a host name, optionally with a leading `*.`, without a scheme, port, or path.
        """
    case undeclaredVariable = """
        Undeclared variable
        Declare the variable under `vars` of the org, or remove the --var option.
        """
    case variableWithoutValue = """
        Variable without a value
        Set it under `vars` of the org, or with --var.
        """

    // MARK: Hooks

    case unknownEndpoint = """
        Unknown endpoint
        Correct the spelling, or declare the endpoint under `endpoints`.
        """
    case invalidEndpointUrl = """
        Invalid endpoint URL
        Okta calls HTTPS URLs only, without user info and without a fragment.
        """
    case hostNotAllowed = """
        Endpoint host not allowed
        Use a host from `policy.allowed_hosts`, or add this host to it.
        """
    case invalidHeaderName = """
        Invalid header name
        A header name has letters, digits, and the characters that RFC 9110 allows in tokens.
        """
    case invalidHeaderValue = """
        Invalid header value
        A header value has no line breaks and no control characters.
        """
    case invalidUsername = """
        Invalid user name
        Basic authentication separates the user name and the password by a colon, so the user
        name can't contain one.
        """
    case duplicateHeader = """
        Duplicate header
        Header names are the same in upper and lower case. Remove one of the two.
        """
    case reservedHeader = """
        Reserved header
        Okta or HTTP sets this header. Remove it.
        """
    case droppedHeader = """
        Header that some servers drop
        Some servers ignore header names with an underscore or a dot. Use a hyphen.
        """
    case secretHeaderInPlainText = """
        Possible secret in plain text
        The manifest is in git. Use a reference, such as `{ env: NAME }`.
        """
    case secretInPlainText = """
        Secret in plain text
        The manifest is in git. Use a reference, such as `{ env: NAME }`.
        """
    case invalidVariableName = """
        Invalid environment variable name
        Names have letters, digits, and underscores, and don't begin with a digit.
        """
    case emptyCommand = """
        Empty command
        List the program and its arguments.
        """
    case emptySecretReference = """
        Empty secret reference
        Use one of `env`, `file`, or `command`.
        """
    case secretUnavailable = """
        Secret unavailable
        Set the variable, create the file, or fix the command that the message names.
        """
    case unknownReference = """
        Unknown reference
        Declare the object, or correct the reference.
        """
    case duplicateEventType = """
        Duplicate event type
        Remove one of the two.
        """
    case unknownEventType = """
        Unknown event type
        Search the catalog with `tenterhook events WORD`. Ignore this if the type is newer than
        the catalog.
        """
    case betaEventType = """
        Event type in beta
        Okta may change or remove the type.
        """
    case internalEventType = """
        Event type internal to Okta
        Okta doesn't document the type for hooks and may reject it.
        """
    case ineligibleEventType = """
        Event type not available to hooks
        Okta writes the type to the System Log but doesn't deliver it to event hooks. Remove it.
        """
    case filterWithoutEvent = """
        Filter without an event type
        The hook doesn't subscribe to the filter's event type. Subscribe to it, or remove the
        filter.
        """
    case testEventNotObject = """
        Test event is not an object
        Use one event of the System Log, as a JSON object.
        """
    case testEventWithoutType = """
        Test event without a type
        Add `eventType`, which selects the filter.
        """
    case testEventUnreadable = """
        Test event is not readable
        Check the path and the permissions of the file.
        """
    case testEventNotJson = """
        Test event is not JSON
        Use one event of the System Log, as a JSON object.
        """
    case testEventMissing = """
        Test event not found
        Check the path. It is relative to the file that declares the test.
        """
    case testFailed = """
        Filter test failed
        Correct the filter or the test's expectation.
        """

    // MARK: Filter

    case filterEmpty = """
        Empty filter
        Write an expression, or remove the filter.
        """
    case filterTooLong = """
        Filter is too long
        Shorten the expression, or split the hook.
        """
    case filterTooDeep = """
        Filter is nested too deeply
        Remove levels of parentheses.
        """
    case filterUnterminatedString = """
        Unterminated string
        Close the string with the quote that opens it.
        """
    case filterTypographicQuote = """
        Typographic quote
        Use a straight quote. Word processors replace it.
        """
    case filterInvalidNumber = """
        Invalid number
        Write a whole or decimal number in digits.
        """
    case filterInvalidCharacter = """
        Invalid character
        Remove the character, or put it in a string.
        """
    case filterIncompleteOperator = """
        Incomplete operator
        Write `&&` or `||`, or use `and` and `or`.
        """
    case filterSingleEquals = """
        Single equals sign
        Write `==` or `eq` to compare.
        """
    case filterIncomplete = """
        Incomplete filter
        Complete the expression.
        """
    case filterValueMissing = """
        Missing value
        Write a value or a field at the location.
        """
    case filterNameMissing = """
        Missing name
        Write the name of a field or a method after the dot.
        """
    case filterOperatorMissing = """
        Missing operator
        Join two conditions with `&&` or `||`.
        """
    case filterUnclosedBracket = """
        Unclosed bracket
        Close the parenthesis or bracket.
        """
    case filterUnmatchedBracket = """
        Unmatched bracket
        Remove the bracket, or open it before.
        """
    case filterForeignWord = """
        Word from another language
        Use the operators of Okta's expression language.
        """
    case filterUnsupportedSyntax = """
        Unsupported syntax
        Okta's filters have no such construct. See the filter guide for what they have.
        """
    case filterEmptySelection = """
        Selection without a condition
        Write a condition between `.?[` and `]`.
        """
    case filterChainedComparison = """
        Chained comparison
        Compare two values at a time, and join the comparisons with `&&`.
        """
    case filterNegatedOperand = """
        Negated operand
        `!` binds more tightly than the comparison. Put the comparison in parentheses.
        """
    case filterNotBoolean = """
        Filter is not a boolean
        A filter must evaluate to a boolean. Compare the value with something.
        """
    case filterNotComparable = """
        Values of different types
        Compare two values of the same type.
        """
    case filterNotANumber = """
        Operand is not a number
        Calculate with numbers only.
        """
    case filterNotAList = """
        Selection from a non-list
        Only a list, such as `event.target`, can be selected from.
        """
    case filterListCompared = """
        List compared with a value
        Select from the list, and compare the number of matches: `event.target.?[…].size() > 0`.
        """
    case filterSizeNotCompared = """
        Size without a comparison
        Compare it with a number, such as `.size() > 0`.
        """
    case filterFieldOfList = """
        Field of a list
        Select an item first, or test the items with `.?[…]`.
        """
    case filterFieldOfNull = """
        Field of null
        Null has no fields.
        """
    case filterMethodOfNull = """
        Method of null
        Null has no methods.
        """
    case filterFieldOfValue = """
        Field of a value without fields
        Remove the field. Only objects have fields.
        """
    case filterUnknownField = """
        Unknown field
        Correct the spelling. Events have the fields of the System Log's LogEvent object.
        """
    case filterUnknownMethod = """
        Unknown method
        Use one of the methods that the message lists.
        """
    case filterUnknownFunction = """
        Unknown function
        Use one of the functions that the message lists.
        """
    case filterUnsupportedFunction = """
        Unsupported function
        Tenterhook can't evaluate this function, so it can't check or test the filter.
        """
    case filterUnknownValue = """
        Unknown value for a field
        Correct the spelling. Ignore this if Okta added the value recently.
        """
    case filterWrongArguments = """
        Wrong arguments
        Pass the number and types of arguments that the message names.
        """
    case filterNullArgument = """
        Null instead of a string
        Test the field for null first.
        """
    case filterBetweenBounds = """
        Invalid bounds
        `between` takes a list of two values: `between {1, 5}`.
        """
    case filterInvalidPattern = """
        Invalid pattern
        Correct the regular expression.
        """
    case filterUnsupportedPattern = """
        Unsupported pattern
        Tenterhook can't evaluate this part of a regular expression, so it can't test the
        filter.
        """
    case filterTwoTargets = """
        Conditions on different targets
        Two selections can match two different targets. Put both conditions in one selection.
        """
    case filterUndocumented = """
        Undocumented in filters
        Okta documents nothing like this for filters and may reject it.
        """
    case filterAlwaysTrue = """
        Filter is always true
        Remove the condition: it selects nothing.
        """
    case filterAlwaysFalse = """
        Filter is never true
        The hook would receive no event of this type. Correct the condition.
        """

    // MARK: Plan

    case nameInOrg = """
        Name already in use in the org
        Adopt the object with `tenterhook adopt`, or choose another name.
        """
    case nameTaken = """
        Name in use by another object
        Rename one of the two, or let this plan rename the other one first.
        """
    case nameSwap = """
        Names can't be swapped in one apply
        Give one object a temporary name, apply, and then give it its new name.
        """
    case looksRenamed = """
        Possible rename
        A delete and a create of the same object lose events in between. Add a `moved` entry to
        keep the object.
        """
    case circularOrder = """
        Circular order of changes
        Apply some of the changes first, with --target.
        """
    case referenceMissing = """
        Referenced object missing
        Include the referenced object in --target, or apply it first.
        """
    case inUse = """
        Referenced object will be deleted
        Remove the reference first, or keep the object.
        """
    case usedInOrg = """
        Object in use in the org
        Remove the uses that the message lists, or add --force.
        """
    case maxDeletes = """
        Too many deletes
        Raise `policy.max_deletes` if the deletes are intended.
        """
    case preventDestroy = """
        Deletion prevented
        Remove `prevent_destroy` from the object if the deletion is intended.
        """
    case secretNotDeclared = """
        Secret would be lost
        Okta never returns the secret, and a write replaces the whole object. Declare the
        secret.
        """
    case unknownKindInState = """
        Unknown kind in the state
        A newer version wrote the state. Upgrade Tenterhook.
        """
    case unknownTarget = """
        Unknown target
        Name an address of the manifest or of the state.
        """
    case plannerBug = """
        Bug in the planner
        Nothing was applied. Report the bug with the output of `plan --verbose`, the manifest,
        and `state list`.
        """

    // MARK: Relocation

    case movedAndDeclared = """
        Moved address still declared
        Remove the old declaration, or the `moved` entry.
        """
    case movedAndRemoved = """
        Address moved and removed
        Keep one of the two entries.
        """
    case circularMoves = """
        Circular moves
        Remove one of the entries.
        """
    case movedOntoManaged = """
        New address already in the state
        Remove the `moved` entry, or move the object at the new address first.
        """
    case movedTarget = """
        Target was moved
        Use the new address with --target.
        """
    case movedToAnotherKind = """
        A move can't change the kind
        Use an address of the same kind.
        """
    case movedToNothing = """
        New address not declared
        Declare an object at the new address, or correct the entry.
        """
    case movedTwice = """
        Duplicate relocation
        Remove one of the entries.
        """
    case removedAndDeclared = """
        Removed address still declared
        Remove the declaration, or the `removed` entry.
        """
    case removesNothing = """
        Nothing to remove at this address
        Correct the address, or delete the entry.
        """

    // MARK: Adoption

    case adoptedTwice = """
        Duplicate adoption
        Name each address once.
        """
    case adoptedByTwo = """
        Object adopted by two addresses
        Give one of the addresses another name or id.
        """
    case alreadyManaged = """
        Already managed
        Move the recorded address with `tenterhook state mv` if the object was renamed.
        """
    case ambiguousName = """
        Ambiguous name
        Import the object by its id.
        """
    case notInOrg = """
        Not found in the org
        Check the name or id, and the org.
        """
    case openWrite = """
        Unfinished write
        The previous run was interrupted. Run `tenterhook apply` first, which settles it.
        """
    case wrongKind = """
        Id of another kind
        Use an address of the kind that the message names.
        """
    case objectOmitted = """
        Object omitted
        The message says why. Add the object to the manifest by hand if you need it.
        """
    case filterKept = """
        Filter kept as is
        The check doesn't know everything about the filter, so it's written unchanged with
        `check_filters: false`.
        """
    case unknownMembers = """
        Unknown fields in the org
        This version doesn't know the fields. A write by Tenterhook removes them.
        """
    case terraformNotJson = """
        Not a Terraform state
        Get a complete state with `terraform state pull`.
        """
    case terraformTooLarge = """
        Terraform state is too large
        Extract the hooks into a smaller state first.
        """
    case terraformUtf16 = """
        Terraform state in UTF-16
        Write it as UTF-8. PowerShell's `>` writes UTF-16.
        """
    case terraformArchive = """
        Archive instead of a Terraform state
        A saved plan is an archive. Get the state with `terraform state pull`.
        """
    case terraformShown = """
        Output of `terraform show`
        Get the state itself with `terraform state pull`.
        """
    case terraformEncrypted = """
        Encrypted Terraform state
        Pull the state with OpenTofu where its encryption is configured.
        """
    case terraformOwnState = """
        State of Tenterhook
        The file is a state of Tenterhook. Get Terraform's state with `terraform state pull`.
        """
    case terraformNotState = """
        Unknown JSON document
        Get a complete state with `terraform state pull`.
        """
    case terraformVersion = """
        Unsupported Terraform state version
        Upgrade the state with a current Terraform, and pull it again.
        """
    case terraformDamaged = """
        Damaged Terraform state
        Get a complete state with `terraform state pull`.
        """
    case terraformNoHooks = """
        No hooks in the Terraform state
        Pull the state of the workspace that manages the hooks.
        """
    case terraformOtherOrg = """
        Terraform state of another org
        Choose the org that the Terraform state belongs to.
        """
    case terraformMisplacedSecret = """
        Secret in a readable field
        Replace the secret, since everyone who can read the org can read it.
        """

    // MARK: State

    case stateDamaged = """
        Damaged state
        Restore the backup that the message names, or adopt the objects again.
        """
    case stateNewer = """
        State of a newer version
        Upgrade Tenterhook.
        """
    case stateOtherOrg = """
        State of another org
        Correct the org's URL, or use another state.
        """

    // MARK: Commands

    case fileNotWritable = """
        File not writable
        Check the permissions of the file and of its folder, and the free space.
        """
    case secretNotAtHand = """
        Secret required for this write
        Okta never returns the secret, and a write replaces the whole object. Declare the secret
        in the manifest.
        """
    case notApplied = """
        Not applied yet
        Run `tenterhook apply` first.
        """
    case moveNotApplied = """
        Move not applied yet
        Use the old address, or run `tenterhook apply` first.
        """
    case stopped = """
        Stopped
        Run the command again to continue.
        """
    case noEventTypeFound = """
        No event type found
        Use fewer or shorter words.
        """
    case confirmationRequired = """
        Confirmation required
        Run the command in a terminal, or add --yes.
        """
    case notInManifest = """
        Not in the manifest
        Declare the object, or correct the address.
        """
    case eventNotInLog = """
        Event not in the System Log
        Okta keeps events for 90 days. Use a newer event or a file.
        """
    case notInState = """
        Not in the state
        Correct the address, or adopt the object.
        """
    case notConfirmed = """
        Not confirmed
        Nothing was changed. Run the command again, and type what it asks for.
        """
    case kindNotSupported = """
        Kind not supported by this command
        Use an address of a kind that the message names.
        """
    case credentialsRejected = """
        Okta rejected the credentials
        The token may be mistyped, expired, revoked, or of another org.
        """
    case logNotPermitted = """
        System Log not permitted
        Use a role that may view reports and the System Log, and the scope okta.logs.read.
        """
    case notPermitted = """
        Okta doesn't permit this
        Use credentials whose admin role covers hooks.
        """
    case tokenRejected = """
        Okta issued no access token
        Okta's response says why.
        """
    case requestRejected = """
        Okta rejected the request
        Okta's response says why. Correct the manifest, and apply again.
        """
    case rateLimitExceeded = """
        Okta's rate limit exceeded
        Wait a minute, and run the command again.
        """
    case blockingChange = """
        Change would stop people
        Add --allow-blocking if that is intended.
        """
    case ambiguousGroup = """
        Ambiguous group
        Use a longer part of the group's name.
        """
    case terraformUnreadable = """
        Terraform state is not readable
        Check the path and the permissions of the file.
        """
    case addressTaken = """
        Address already in use
        Use another address, or move the recorded object first.
        """
    case eventUnreadable = """
        Event is not readable
        Check the file. An event is a JSON object of the System Log.
        """
    case eventPathNotFound = """
        Path not found in the event
        Use a path that the event has.
        """
    case eventWithoutType = """
        Event without a type
        Add `eventType`, which selects the filter.
        """
    case eventNotJson = """
        Event is not JSON
        Use one event of the System Log, as a JSON object.
        """
    case folderNotAccessible = """
        Folder not accessible
        Check the path that -C names, and its permissions.
        """
    case hookInactive = """
        Hook is inactive
        Activate the hook, and run the command again.
        """
    case hookTypeUnknown = """
        Unknown hook type
        Pass a payload with --payload, or upgrade Tenterhook.
        """
    case logUnreadable = """
        Log is not readable
        Check the path and the permissions of the file.
        """
    case logBroken = """
        Log is broken
        The file is cut or is not a log of events. Export it again.
        """
    case notDeclared = """
        Not declared in the manifest
        Declare the object, or correct the address.
        """
    case networkUnavailable = """
        Network library unavailable
        Install libcurl 7.88 or newer.
        """
    case featureMissing = """
        Feature not enabled in the org
        Turn the feature on in the Admin Console: Settings > Features.
        """
    case objectNotFound = """
        Object not found in the org
        Run `tenterhook plan` to see what changed.
        """
    case logNeeded = """
        Event needs the System Log
        Remove --offline, or use a file.
        """
    case orgUrlMissing = """
        Org URL missing
        Set `url` in the manifest, or the variable OKTA_CLIENT_ORGURL.
        """
    case payloadUnreadable = """
        Payload is not readable
        Check the path and the permissions of the file.
        """
    case payloadNotObject = """
        Payload is not a JSON object
        Use a JSON object, as Okta sends it to the endpoint.
        """
    case payloadNotJson = """
        Payload is not JSON
        Use a JSON object, as Okta sends it to the endpoint.
        """
    case planUnreadable = """
        Saved plan is not readable
        Check the path and the permissions of the file.
        """
    case planNotSaved = """
        Plan can't be saved
        Check the permissions of the file and of its folder, and the free space.
        """
    case planWouldOverwrite = """
        Plan would overwrite another file
        Choose another name with --out.
        """
    case privateKeyUnusable = """
        Private key is not usable
        Use an RSA or EC key as PEM, or as a JSON Web Key.
        """
    case apiTokenUnavailable = """
        API token unavailable
        For `api_token`, set the variable, create the file, or fix the command that the message names.
        """
    case accessTokenUnavailable = """
        Access token unavailable
        Fix the command that prints the token.
        """
    case clientIdUnavailable = """
        Client ID unavailable
        For `client_id`, set the variable, create the file, or fix the command that the message names.
        """
    case keyIdUnavailable = """
        Key ID unavailable
        For `key_id`, set the variable, create the file, or fix the command that is named.
        """
    case privateKeyUnavailable = """
        Private key unavailable
        Set the variable, create the file, or fix the command that the message names.
        """
    case outputNotWritable = """
        Output not writable
        Check the file or program that standard output goes to.
        """
    case planDamaged = """
        Damaged saved plan
        Make the plan again with `tenterhook plan --out FILE`.
        """
    case planOfAnotherOrg = """
        Saved plan of another org
        Remove --org, or make a plan for this org.
        """
    case planStale = """
        Stale saved plan
        Plan again, and review the new plan.
        """
    case stateOfAnotherManifest = """
        State of another manifest
        Use an empty folder for the new manifest.
        """
    case stateUnavailable = """
        State unavailable
        Check the state's location and its permissions.
        """
    case lockLost = """
        State lock lost
        The lock expired or was removed during the run. Run the command again.
        """
    case stateLocked = """
        State locked by another run
        Wait for the other run. If it is gone, remove its lock with `tenterhook state unlock
        ID`.
        """
    case stateConflict = """
        State changed by another run
        Nothing was overwritten. Run the command again.
        """
    case spanTooEarly = """
        Time span begins too early
        Okta keeps events for 90 days.
        """
    case spanEmpty = """
        Empty time span
        Use a start before the end.
        """
    case manifestExists = """
        Manifest already exists
        Edit it, or use another folder.
        """
    case endpointMissing = """
        Missing endpoint
        Declare the hook's endpoint.
        """
    case eventMissing = """
        No event found
        Use a file with at least one event.
        """
    case eventTypeMissing = """
        No event type
        Name one with --event.
        """
    case filterMissing = """
        No filter
        Declare a filter for the event type, or pass an expression.
        """
    case unknownEvent = """
        Unknown event
        Use an event type, the uuid of an event, or a file.
        """
    case unknownGroup = """
        Unknown group
        List the groups with `tenterhook events --groups`.
        """
    case unknownKind = """
        Unknown kind
        Correct the spelling of the kind in the address.
        """
    case unknownLock = """
        Unknown lock
        Use the id of the lock that is held, if any.
        """
    case noTests = """
        No tests
        Declare tests under the hook's `tests`.
        """
    case credentialsMissing = """
        Credentials missing
        Declare `auth` for the org, or set OKTA_API_TOKEN.
        """
    case notAFilter = """
        Not a filter
        Pass an expression, or the address of a hook with a filter.
        """
    case notAnEvent = """
        Not an event
        Use an event of the System Log, which has an `eventType`.
        """
    case invalidOrgName = """
        Invalid org name
        Names of orgs have letters, digits, hyphens, and underscores.
        """
    case referenceUnavailable = """
        Referenced object unavailable
        Run `tenterhook plan` to see what became of it.
        """
    case scopeMissing = """
        Missing scope
        Grant the scope to the app in the Admin Console.
        """
    case scopesMissing = """
        Missing scopes
        Grant the scopes to the app in the Admin Console.
        """
    case appSignInRejected = """
        Okta rejected the app's sign-in
        Check the client id, the app's status, the private key, and the key id.
        """
    case appNotAuthorized = """
        App not authorized
        Use an API Services app, whose grant type is Client Credentials.
        """
    case networkDenied = """
        Access denied from this network
        A network zone or a policy of the org excludes this address.
        """
    case dpopRejected = """
        Proof of possession rejected
        Set `dpop` as the app requires it, and check this machine's clock.
        """
    case dpopMissing = """
        Token without proof of possession
        Remove `dpop`, or set it to false.
        """
    case orgUnreachable = """
        Org unreachable
        Check the org's URL, the network, and the proxy.
        """
    case oktaFailed = """
        Okta failed to respond
        Run the command again later.
        """
    case responseLost = """
        Response lost
        The write may have happened. The next run checks before it repeats it.
        """
}

extension Rule {
    /// A stable name in kebab case, such as `unknown-key`. It doesn't change when words do.
    package var id: String {
        var id = ""
        for character in String(describing: self) {
            if character.isUppercase { id += "-" }
            id += character.lowercased()
        }
        return id
    }

    /// A noun phrase without a period, in fixed words.
    package var summary: String { rawValue.split(separator: "\n").first.map(String.init) ?? "" }

    /// Full sentences: the reason, and the fix.
    package var help: String {
        rawValue.split(separator: "\n").dropFirst().joined(separator: " ")
    }

    /// Whether the rule is about the text of a filter.
    package var isAboutFilter: Bool { id.hasPrefix("filter-") }
}

/// The fields of a System Log event, a line each: the path, the kind, and the values it may have.
///
/// From Okta's API description (`LogEvent`). A `*` marks what Okta documents for filters. Two
/// entries are by hand: `device`, which events have and the description does not, and `debugData`,
/// as filters call `debugContext.debugData`.
let eventSchemaTable = """
    actor object
    actor.alternateId text*
    actor.detailEntry open
    actor.displayName text*
    actor.id text*
    actor.type text*
    authenticationContext object
    authenticationContext.authenticationProvider text ACTIVE_DIRECTORY|FACTOR_PROVIDER|FEDERATION|LDAP|OKTA_AUTHENTICATION_PROVIDER|SOCIAL
    authenticationContext.authenticationStep number
    authenticationContext.credentialProvider text DUO|GOOGLE|OKTA_AUTHENTICATION_PROVIDER|OKTA_CREDENTIAL_PROVIDER|RSA|SYMANTEC|YUBIKEY
    authenticationContext.credentialType text ASSERTION|CERTIFICATE|DEVICE_UDID|EMAIL|IWA|JWT|OAuth 2.0|OKTA_CLIENT_SESSION|OTP|PASSWORD|PRE_SHARED_SYMMETRIC_KEY|SMS
    authenticationContext.externalSessionId text
    authenticationContext.interface text
    authenticationContext.issuer object
    authenticationContext.issuer.id text
    authenticationContext.issuer.type text
    client object
    client.device text
    client.geographicalContext object
    client.geographicalContext.city text
    client.geographicalContext.country text
    client.geographicalContext.geolocation object
    client.geographicalContext.geolocation.lat number
    client.geographicalContext.geolocation.lon number
    client.geographicalContext.postalCode text
    client.geographicalContext.state text
    client.id text
    client.ipAddress text
    client.userAgent object
    client.userAgent.browser text
    client.userAgent.os text
    client.userAgent.rawUserAgent text
    client.zone text
    debugContext object
    debugContext.debugData open
    debugData open
    debugData.changedAttributes text*
    device open
    displayMessage text
    eventType text*
    legacyEventType text
    outcome object
    outcome.reason text*
    outcome.result text* SUCCESS|FAILURE|SKIPPED|ALLOW|DENY|CHALLENGE|UNKNOWN|RATE_LIMIT|DEFERRED|SCHEDULED|ABANDONED|UNANSWERED
    published text
    request object
    request.ipChain list
    request.ipChain[] object
    request.ipChain[].geographicalContext object
    request.ipChain[].geographicalContext.city text
    request.ipChain[].geographicalContext.country text
    request.ipChain[].geographicalContext.geolocation object
    request.ipChain[].geographicalContext.geolocation.lat number
    request.ipChain[].geographicalContext.geolocation.lon number
    request.ipChain[].geographicalContext.postalCode text
    request.ipChain[].geographicalContext.state text
    request.ipChain[].ip text
    request.ipChain[].ipDetails object
    request.ipChain[].ipDetails.asNumber number
    request.ipChain[].ipDetails.asOrg text
    request.ipChain[].ipDetails.domain text
    request.ipChain[].ipDetails.ipServiceCategories list
    request.ipChain[].ipDetails.ipServiceCategories[] object
    request.ipChain[].ipDetails.ipServiceCategories[].isAnonymous boolean
    request.ipChain[].ipDetails.ipServiceCategories[].operator text
    request.ipChain[].ipDetails.ipServiceCategories[].type text VPN|Proxy|Tor|Residential Proxy|Blockchain VPN
    request.ipChain[].ipDetails.isp text
    request.ipChain[].source text
    request.ipChain[].version text
    securityContext object
    securityContext.asNumber number
    securityContext.asOrg text
    securityContext.botProtection object
    securityContext.botProtection.level text NONE|LOW|MEDIUM|HIGH
    securityContext.domain text
    securityContext.ipDetails object
    securityContext.ipDetails.asNumber number
    securityContext.ipDetails.asOrg text
    securityContext.ipDetails.domain text
    securityContext.ipDetails.ipServiceCategories list
    securityContext.ipDetails.ipServiceCategories[] object
    securityContext.ipDetails.ipServiceCategories[].isAnonymous boolean
    securityContext.ipDetails.ipServiceCategories[].operator text
    securityContext.ipDetails.ipServiceCategories[].type text VPN|Proxy|Tor|Residential Proxy|Blockchain VPN
    securityContext.ipDetails.isp text
    securityContext.isProxy boolean
    securityContext.isp text
    securityContext.risk object
    securityContext.risk.detectionName text
    securityContext.risk.issuer text
    securityContext.risk.level text LOW|MEDIUM|HIGH
    securityContext.risk.previousLevel text LOW|MEDIUM|HIGH
    securityContext.risk.reasons list
    securityContext.risk.reasons[] text
    securityContext.userBehaviors list
    securityContext.userBehaviors[] object
    securityContext.userBehaviors[].id text
    securityContext.userBehaviors[].name text
    securityContext.userBehaviors[].result text UNKNOWN|POSITIVE|NEGATIVE|BAD_REQUEST
    severity text DEBUG|ERROR|INFO|WARN
    target list
    target[] object
    target[].alternateId text*
    target[].changeDetails object
    target[].changeDetails.from open
    target[].changeDetails.to open
    target[].detailEntry open
    target[].displayName text*
    target[].id text*
    target[].type text*
    transaction object
    transaction.detail open
    transaction.id text
    transaction.type text
    uuid text
    version text
    """

/// The groups of the catalogue: who acts, and what the events are about.
///
/// What targets Okta itself names is not described anywhere for most types; these are such as fit.
let eventSampleGroups = """
    Advanced Apps | system | AppInstance AppUser
    Authentication Platform | admin | PolicyEntity
    Core | system | User
    Core Identity | admin | AppUser AppInstance User
    Data Foundations | admin | LogStream
    Delegated and Distributed Administration | admin | Role
    Device Assurance | user | Device User
    Directories | user | AppInstance User
    End User Security | user | User
    Enterprise Auth | admin | User AuthenticatorEnrollment
    Essential Security | user | User
    IGA Access Certification | admin | Campaign
    IGA Access Request | user | AccessRequest User
    IGA RAMP | admin | Entitlement AppInstance
    Identity Threat Protection | system | User
    Inbound Federation | admin | IdentityProvider
    MFA Platform | user | User AuthenticatorEnrollment
    OIN Integration Platform | admin | AppInstance
    Outbound Federation | app | AppInstance User
    PasswordLess | user | User
    Performance | system | RateLimitBucket
    Resource Insights | admin | TrustedOrigin
    Secure AI | admin | ResourceServer
    Secure AI Registry | admin | AgentProvider
    UD Platform (old) | admin | User
    Unified Connector Platform | system | AppInstance AppUser
    Workforce Authenticators | system | User
    Workload Principal | admin | WorkloadPrincipal
    """

/// Beginnings of types that are about something else than their group, or do not end well.
let eventSampleTypes = """
    access.request.condition | AccessRequestCondition
    access.request.sequence | AccessRequestSequence
    access.request.settings | Settings
    access.review | AccessReview
    app.access_request | AppInstance User
    app.ai_agent_provider | AgentProvider
    app.interclient_mapping | AppInstance RequestingApp
    app.oauth2.client.privilege | AppInstance Role
    app.oauth2.trusted_server | AuthorizationServer
    application.policy.sign_on.deny_access | AppInstance | DENY
    application.provision.group_push.mapping.update.or.delete.failed.with.error | AppInstance UserGroup | FAILURE
    certification.campaign.item | CampaignItem Campaign
    device.lifecycle | Device
    entitlement.migration | AppInstance
    entitlement.migration.fail | AppInstance | FAILURE
    governance.principal.settings | Settings User
    governance.settings | Settings
    group.application_assignment | UserGroup AppInstance
    group.lifecycle | UserGroup
    group.privilege | UserGroup Role
    group.profile | UserGroup
    group.user_membership | User UserGroup
    iam.policy | PolicyEntity
    iam.resourceset | ResourceSet
    iam.resourceset.bindings | ResourceSet Role User
    inline_hook.executed | InlineHook | FAILURE
    policy.auth_reevaluate.fail | User PolicyEntity | FAILURE
    policy.branch.rule | PolicyRule PolicyEntity
    policy.rule | PolicyRule PolicyEntity
    resource.collection | Collection
    resource.entitlement_bundle | EntitlementBundle AppInstance
    resource.entitlement_policy | PolicyEntity AppInstance
    resource.governance_engine | AppInstance
    resource.label | Label
    resource.owner | AppInstance User
    resource.risk_rule | RiskRule
    resource.user_entitlements | User AppInstance
    resource_servers.client_authentication_settings | Settings
    security.authenticator | Authenticator
    system.api_token | ApiToken
    system.api_token.request_outside_allowed_range | ApiToken | DENY
    system.idp.key | IdentityProviderKey
    system.import | AppInstance
    system.import.group | UserGroup AppInstance
    system.import.roadblock | AppInstance | FAILURE
    system.mfa.preregister | User
    system.oauth2.token.request_outside_allowed_range | AppInstance | DENY
    system.org.rate_limit.violation | RateLimitBucket | RATE_LIMIT
    user.account.privilege | User Role
    user.account.subscriptions | User
    user.authentication | User
    user.authentication.auth_via_IDP | IdentityProvider User
    user.authentication.auth_via_mfa | User AuthenticatorEnrollment
    user.authentication.auth_via_social | IdentityProvider User
    user.authentication.sso | AppInstance AppUser
    user.lifecycle | User
    user.credential | User AuthenticatorEnrollment
    """

/// What events are about: the type as events give it, id, alternate id, name.
let eventSampleThings = """
    AccessRequest | arqSampleRequest0000 | unknown | Sample access request
    AccessRequestCondition | arcSampleCondition00 | unknown | Sample condition
    AccessRequestSequence | arsSampleSequence000 | unknown | Sample sequence
    AccessReview | arvSampleReview00000 | unknown | Sample review
    AgentProvider | 0oaSampleProvider000 | unknown | Sample agent provider
    ApiToken | 00TSampleToken000000 | unknown | Sample API token
    AppInstance | 0oaSampleApp00000000 | Sample app | Sample app
    AppUser | 0uaSampleAppUser0000 | sample.user@example.com | Sample User
    Authenticator | autSampleFactor00000 | okta_verify | Okta Verify
    AuthenticatorEnrollment | ostSampleEnrollment0 | unknown | Okta Verify
    AuthorizationServer | ausSampleServer00000 | unknown | Sample server
    Campaign | iciSampleCampaign000 | unknown | Sample campaign
    CampaignItem | icrSampleItem0000000 | unknown | Sample review item
    Collection | colSampleCollection0 | unknown | Sample collection
    Device | guoSampleDevice00000 | unknown | Sample laptop
    Entitlement | espSampleEntitle0000 | unknown | Sample entitlement
    EntitlementBundle | enbSampleBundle00000 | unknown | Sample bundle
    IdentityProvider | 0oaSampleIdp00000000 | unknown | Sample identity provider
    IdentityProviderKey | kidSampleIdpKey00000 | unknown | Sample key
    InlineHook | calSampleHook0000000 | unknown | Sample inline hook
    Label | lblSampleLabel000000 | unknown | Sample label
    LogStream | 0oaSampleStream00000 | unknown | Sample log stream
    PolicyEntity | 00pSamplePolicy00000 | unknown | Sample policy
    PolicyRule | 0prSampleRule0000000 | unknown | Sample rule
    RateLimitBucket | rlbSampleBucket00000 | unknown | /api/v1/users
    RequestingApp | 0oaSampleRequester00 | Requesting app | Requesting app
    ResourceServer | rsvSampleServer00000 | unknown | Sample resource server
    ResourceSet | iamSampleSet00000000 | unknown | Sample resource set
    RiskRule | rrlSampleRule0000000 | unknown | Sample risk rule
    Role | cr0SampleRole0000000 | unknown | Sample role
    Settings | setSampleSettings000 | unknown | Sample settings
    TrustedOrigin | tosSampleOrigin00000 | unknown | Sample origin
    User | 00uSampleUser0000000 | sample.user@example.com | Sample User
    UserGroup | 00gSampleGroup000000 | unknown | Sample group
    WorkloadPrincipal | wlpSamplePrincipal00 | unknown | Sample agent
    """

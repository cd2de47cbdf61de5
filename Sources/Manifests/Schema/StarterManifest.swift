/// The manifest with which a new folder begins: one org, one hook, and everything else in comments.
///
/// - Parameter orgURL: the org's URL, such as `https://acme.okta.com`.
package func starterManifest(orgURL: String) -> String {
    """
    # yaml-language-server: $schema=./tenterhook.schema.json
    #
    # What your Okta org's hooks should be. `tenterhook plan` shows what differs, `tenterhook apply`
    # makes it so. What somebody changed elsewhere stands first in the next plan.
    version: 1

    # More files with endpoints and hooks, relative to this one.
    # include: [hooks/*.yaml]

    # The orgs, by names of your choice. With several, --org NAME says which one is meant.
    orgs:
      main:
        url: \(doubleQuoted(orgURL))
        # A secret never stands in this file: say where it is to be had.
        # { env: NAME }, { file: PATH } or { command: [PROGRAM, ARGUMENT] }
        auth: { api_token: { env: OKTA_API_TOKEN } }
        # auth: { oauth: { client_id: 0oa1, private_key: { file: key.pem }, key_id: k1 } }
        vars:
          receiver: https://hooks.example.com

    # Where the state is kept: a folder beside this file.
    state: { backend: local, path: state }

    # The places to which Okta sends events. Hooks share them by name.
    endpoints:
      receiver:
        url: ${var.receiver}/okta/events
        # headers: { X-Team: identity }
        auth: { header: Authorization, value: { env: RECEIVER_SECRET } }
        # auth: { basic: { username: okta, password: { file: secrets/receiver } } }

    event_hooks:
      # The address of this hook is event_hook.leavers.
      leavers:
        name: Leavers
        description: Tells the receiver when a user is deactivated
        endpoint: receiver
        events: [user.lifecycle.deactivate]
        # filters:                     # Okta Expression Language, by event type
        #   user.lifecycle.deactivate: event.target.?[type eq 'User'].size() > 0
        # status: inactive             # default: active
        # verify: false                # default: true
        # orgs: [main]                 # default: every org
        # lifecycle:
        #   prevent_destroy: true
        #   ignore_changes: [description]
        #   on_verification_failure: rollback

    # inline_hooks:
    #   # The address of this hook is inline_hook.enrich_token.
    #   enrich_token:
    #     type: com.okta.oauth2.tokens.transform
    #     endpoint: receiver
    #     # In place of an endpoint, where the receiver wants an OAuth token:
    #     # oauth:
    #     #   url: ${var.receiver}/okta/tokens
    #     #   client_id: okta
    #     #   token_url: https://login.example.com/token
    #     #   hook_key: signing          # or client_secret: { env: CLIENT_SECRET }

    # hook_keys:
    #   signing: { name: Token signing }

    # Guards; a breach is an error at plan time.
    # policy:
    #   allowed_hosts: ["*.example.com"]
    #   max_deletes: 30%

    """
}

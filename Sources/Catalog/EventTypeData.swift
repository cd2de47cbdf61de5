// Made by `make catalogue` from Okta's event type catalogue, release 2026.08.1. Do not edit.

/// One line a type: name, eligible for event hooks (`e`) or not (`-`), published (`p`), beta (`b`) or
/// internal (`i`), Identity Engine only (`o`) or any (`-`), then Okta's category.
let eventTypeRelease = "2026.08.1"
let eventTypeTable: StaticString = """
    access.request.cancel e p - IGA Access Request
    access.request.condition.activate e p - IGA Access Request
    access.request.condition.create e p - IGA Access Request
    access.request.condition.deactivate e p - IGA Access Request
    access.request.condition.delete e p - IGA Access Request
    access.request.condition.invalidate e p - IGA Access Request
    access.request.condition.update e p - IGA Access Request
    access.request.create e p - IGA Access Request
    access.request.expire e p - IGA Access Request
    access.request.reject e p - IGA Access Request
    access.request.resolve e p - IGA Access Request
    access.request.sequence.create e p - IGA Access Request
    access.request.sequence.delete e p - IGA Access Request
    access.request.sequence.update e p - IGA Access Request
    access.request.settings.update e p - IGA Access Request
    access.request.update e p - IGA Access Request
    access.review.action e p - IGA Access Certification
    access.review.close e p - IGA Access Certification
    access.review.create e p - IGA Access Certification
    access.review.remediate e p - IGA Access Certification
    access.review.start e p - IGA Access Certification
    access.review.update e p - IGA Access Certification
    account.aerial_template_condition.apply - p - Account Services
    account.aerial_template_condition.create - p - Account Services
    account.aerial_template_condition.delete - p - Account Services
    account.aerial_template_condition.remove - p - Account Services
    account.aerial_template_condition.update - p - Account Services
    account.org.add - p - Account Services
    account.org.consent.grant - b - Account Services
    account.org.consent.revoke - b - Account Services
    account.org.delete.cancel - p - Account Services
    account.org.delete.request - p - Account Services
    account.org.product.update - p - Account Services
    account.org.status.update - p - Account Services
    account.org_group.create - p - Account Services
    account.org_group.delete - p - Account Services
    account.org_group.org.assign - p - Account Services
    account.org_group.org.revoke - p - Account Services
    account.org_group.update - p - Account Services
    account.user.classify - b - UD Platform (old)
    analytics.feedback.provide - p - Identity Threat Protection
    analytics.reports.export.download - p - Insights Platform
    analytics.reports.export.generate - p - Insights Platform
    analytics.reports.export.request - p - Insights Platform
    app.access_request.approver.approve e p - IGA Access Request
    app.access_request.approver.deny e p - IGA Access Request
    app.access_request.delete e p - IGA Access Request
    app.access_request.deny e p - IGA Access Request
    app.access_request.expire e p - IGA Access Request
    app.access_request.grant e p - IGA Access Request
    app.access_request.request e p - IGA Access Request
    app.ad.api.user_import.account_locked - p - Directories
    app.ad.api.user_import.warn.skipped_contact.attribute_invalid_value - p - Directories
    app.ad.api.user_import.warn.skipped_user.attribute_invalid_value - p - Directories
    app.ad.api.user_import.warn.skipped_user.missing_required_attribute - p - Directories
    app.ad.credential.verify - p - Directories
    app.ad.password_migration_campaign.cancel.end - p - Directories
    app.ad.password_migration_campaign.cancel.start - p - Directories
    app.ad.password_migration_campaign.create - p - Directories
    app.ad.password_migration_campaign.finish.end - p - Directories
    app.ad.password_migration_campaign.finish.start - p - Directories
    app.ad.password_migration_campaign.group.add - p - Directories
    app.ad.password_migration_campaign.user.capture_password - p - Directories
    app.ad.password_migration_campaign.user.migrate.end e p - Directories
    app.ad.password_migration_campaign.user.migrate.start - p - Directories
    app.ai_agent_provider.activate e p - Workload Principal
    app.ai_agent_provider.create e p - Workload Principal
    app.ai_agent_provider.credential.validate e p - Workload Principal
    app.ai_agent_provider.deactivate e p - Workload Principal
    app.ai_agent_provider.delete e p - Workload Principal
    app.ai_agent_provider.import.complete e p - Workload Principal
    app.ai_agent_provider.import.start e p - Workload Principal
    app.ai_agent_provider.import_staging.confirm e p - Secure AI Registry
    app.ai_agent_provider.import_staging.ignore e p - Secure AI Registry
    app.ai_agent_provider.priority.update e p - Secure AI Registry
    app.ai_agent_provider.update e p - Workload Principal
    app.app_instance.csr.generate - p - Outbound Federation
    app.app_instance.csr.publish - p - Outbound Federation
    app.app_instance.csr.revoke - p - Outbound Federation
    app.app_instance.provision_sync_job.completed - p - Core Identity
    app.app_instance.provision_sync_job.failed - p - Core Identity
    app.app_instance.provision_sync_job.started - p - Core Identity
    app.cross_app_access.connection.create - p o CloudMaker
    app.cross_app_access.connection.delete - p o CloudMaker
    app.cross_app_access.connection.update - p o CloudMaker
    app.generic.unauth_app_access_attempt - p - OIN Integration Platform
    app.inbound_del_auth.login_success - p - Authentication Platform
    app.interclient_mapping.create e p - Outbound Federation
    app.interclient_mapping.delete e p - Outbound Federation
    app.interclient_mapping.delete_all e p - Outbound Federation
    app.kerberos_rich_client.account_not_found - p - Directories
    app.kerberos_rich_client.instance_not_found - p - Directories
    app.kerberos_rich_client.multiple_accounts_found - p - Directories
    app.kerberos_rich_client.user_authentication_successful - p - Directories
    app.keys.clone - p - Inbound Federation
    app.keys.delete - b - Outbound Federation
    app.keys.generate - p - Outbound Federation
    app.keys.rotate - p - Outbound Federation
    app.ldap.import.tracking_attribute_missing - b - Directories
    app.ldap.password.change.failed - p - Directories
    app.ldap.read_schema - b - Directories
    app.oauth2.admin.consent.grant - p - Outbound Federation
    app.oauth2.admin.consent.revoke - p - Outbound Federation
    app.oauth2.as.authorize - p - Outbound Federation
    app.oauth2.as.authorize.code - p - Outbound Federation
    app.oauth2.as.authorize.implicit.access_token - p - Outbound Federation
    app.oauth2.as.authorize.implicit.id_token - p - Outbound Federation
    app.oauth2.as.authorize.scope_denied - p - Outbound Federation
    app.oauth2.as.consent.grant e p - Outbound Federation
    app.oauth2.as.consent.revoke e p - Outbound Federation
    app.oauth2.as.consent.revoke.implicit.as e p - Outbound Federation
    app.oauth2.as.consent.revoke.implicit.client e p - Outbound Federation
    app.oauth2.as.consent.revoke.implicit.scope e p - Outbound Federation
    app.oauth2.as.consent.revoke.implicit.user e p - Outbound Federation
    app.oauth2.as.consent.revoke.user e p - Outbound Federation
    app.oauth2.as.consent.revoke.user.client e p - Outbound Federation
    app.oauth2.as.evaluate.claim - p - Outbound Federation
    app.oauth2.as.interact.interaction_code - p - Outbound Federation
    app.oauth2.as.interact.interaction_handle - p - Outbound Federation
    app.oauth2.as.key.rollover - p - Outbound Federation
    app.oauth2.as.resource_server.credentials.lifecycle.activate - p - Outbound Federation
    app.oauth2.as.resource_server.credentials.lifecycle.create - p - Outbound Federation
    app.oauth2.as.resource_server.credentials.lifecycle.deactivate - p - Outbound Federation
    app.oauth2.as.resource_server.credentials.lifecycle.delete - p - Outbound Federation
    app.oauth2.as.token.detect_reuse - p - Outbound Federation
    app.oauth2.as.token.grant - p - Outbound Federation
    app.oauth2.as.token.grant.access_token - p - Outbound Federation
    app.oauth2.as.token.grant.device_secret - p - Outbound Federation
    app.oauth2.as.token.grant.id_token - p - Outbound Federation
    app.oauth2.as.token.grant.interclient_token e p - Outbound Federation
    app.oauth2.as.token.grant.refresh_token - p - Outbound Federation
    app.oauth2.as.token.revoke - p - Outbound Federation
    app.oauth2.authorize - p - Outbound Federation
    app.oauth2.authorize.code - p - Outbound Federation
    app.oauth2.authorize.implicit.access_token - p - Outbound Federation
    app.oauth2.authorize.implicit.id_token - p - Outbound Federation
    app.oauth2.client.lifecycle.activate - p - Outbound Federation
    app.oauth2.client.lifecycle.create - p - Outbound Federation
    app.oauth2.client.lifecycle.deactivate - p - Outbound Federation
    app.oauth2.client.lifecycle.delete - p - Outbound Federation
    app.oauth2.client.lifecycle.update - p - Outbound Federation
    app.oauth2.client.privilege.grant e p - Delegated and Distributed Administration
    app.oauth2.client.privilege.revoke e p - Delegated and Distributed Administration
    app.oauth2.client.read_client_secret - p - Outbound Federation
    app.oauth2.client_id_rate_limit_warning - p - Outbound Federation
    app.oauth2.consent.grant - p - Outbound Federation
    app.oauth2.credentials.lifecycle.activate - p - Outbound Federation
    app.oauth2.credentials.lifecycle.create - p - Outbound Federation
    app.oauth2.credentials.lifecycle.deactivate - p - Outbound Federation
    app.oauth2.credentials.lifecycle.delete - p - Outbound Federation
    app.oauth2.interact.interaction_code - p - Outbound Federation
    app.oauth2.interact.interaction_handle - p - Outbound Federation
    app.oauth2.invalid_client_credentials - p - Outbound Federation
    app.oauth2.key.rollover - p - Outbound Federation
    app.oauth2.signon - p - Outbound Federation
    app.oauth2.token.detect_reuse - p - Outbound Federation
    app.oauth2.token.grant - p - Outbound Federation
    app.oauth2.token.grant.access_token - p - Outbound Federation
    app.oauth2.token.grant.id_jag - p - CloudMaker
    app.oauth2.token.grant.id_token - p - Outbound Federation
    app.oauth2.token.grant.interclient_token e p - Outbound Federation
    app.oauth2.token.grant.oauth_sts - p - Secure AI
    app.oauth2.token.grant.refresh_token - p - Outbound Federation
    app.oauth2.token.grant.service_account - p - Workload Principal
    app.oauth2.token.grant.vaulted_secret - p - Workload Principal
    app.oauth2.token.oauth_sts.request_token - p - Secure AI
    app.oauth2.token.revoke - p - Outbound Federation
    app.oauth2.token.revoke.implicit.as - p - Outbound Federation
    app.oauth2.token.revoke.implicit.client - p - Outbound Federation
    app.oauth2.token.revoke.implicit.user - p - Outbound Federation
    app.oauth2.trusted_server.add e p - Outbound Federation
    app.oauth2.trusted_server.delete e p - Outbound Federation
    app.office365.api.change.domain.federation.success - p - Microsoft Apps
    app.office365.api.error.ad.user - p - Microsoft Apps
    app.office365.api.error.check.user.exists - p - Microsoft Apps
    app.office365.api.error.create.user - p - Microsoft Apps
    app.office365.api.error.deactivate.user - p - Microsoft Apps
    app.office365.api.error.download.custom.objects - p - Microsoft Apps
    app.office365.api.error.download.groups - p - Microsoft Apps
    app.office365.api.error.download.users - p - Microsoft Apps
    app.office365.api.error.endpoint.unavailable - p - Microsoft Apps
    app.office365.api.error.get.company.dirsync.failure - p - Microsoft Apps
    app.office365.api.error.get.company.dirsync.status.failure - p - Microsoft Apps
    app.office365.api.error.get.company.dirsync.status.pending - p - Microsoft Apps
    app.office365.api.error.get.object.ids.by.group.id - p - Microsoft Apps
    app.office365.api.error.group.create.failure - p - Microsoft Apps
    app.office365.api.error.group.create.failure.name.in.use - p - Microsoft Apps
    app.office365.api.error.group.delete.failure - p - Microsoft Apps
    app.office365.api.error.group.membership.update.failure - p - Microsoft Apps
    app.office365.api.error.group.membership.update.group.not.found.failure - p - Microsoft Apps
    app.office365.api.error.group.update.failure - p - Microsoft Apps
    app.office365.api.error.group.update.failure.not.found - p - Microsoft Apps
    app.office365.api.error.import.profile - p - Microsoft Apps
    app.office365.api.error.push.password - p - Microsoft Apps
    app.office365.api.error.push.profile - p - Microsoft Apps
    app.office365.api.error.reactivate.user - p - Microsoft Apps
    app.office365.api.error.remove.domain.federation.failure - p - Microsoft Apps
    app.office365.api.error.remove.domain.federation.failure.access.denied - p - Microsoft Apps
    app.office365.api.error.remove.domain.federation.failure.domain.not.found - p - Microsoft Apps
    app.office365.api.error.revoke.refresh.token - p - Microsoft Apps
    app.office365.api.error.set.company.dirsync.failure - p - Microsoft Apps
    app.office365.api.error.set.company.dirsync.status.failure - p - Microsoft Apps
    app.office365.api.error.set.domain.federation.failure - p - Microsoft Apps
    app.office365.api.error.set.domain.federation.failure.access.denied - p - Microsoft Apps
    app.office365.api.error.set.domain.federation.failure.domain.default - p - Microsoft Apps
    app.office365.api.error.set.domain.federation.failure.domain.not.found - p - Microsoft Apps
    app.office365.api.error.sync.contact - p - Microsoft Apps
    app.office365.api.error.sync.finalize - p - Microsoft Apps
    app.office365.api.error.sync.group - p - Microsoft Apps
    app.office365.api.error.sync.not.activated - p - Microsoft Apps
    app.office365.api.error.sync.set.attribute - p - Microsoft Apps
    app.office365.api.error.sync.user - p - Microsoft Apps
    app.office365.api.error.unable.to.create.graph.client - p - Microsoft Apps
    app.office365.api.error.validate.admin.creds - p - Microsoft Apps
    app.office365.api.error.validate.creds - p - Microsoft Apps
    app.office365.api.error.x-ms-forwarded-client-ip-header.absent - p - Microsoft Apps
    app.office365.api.remove.domain.federation.success - p - Microsoft Apps
    app.office365.api.set.domain.federation.success - p - Microsoft Apps
    app.office365.api.sync.complete - p - Microsoft Apps
    app.office365.api.sync.heartbeat.sent - p - Microsoft Apps
    app.office365.api.sync.job.complete - p - Microsoft Apps
    app.office365.api.sync.job.complete.contact - p - Microsoft Apps
    app.office365.api.sync.job.complete.group - p - Microsoft Apps
    app.office365.api.sync.job.complete.user - p - Microsoft Apps
    app.office365.clientplatform.conversion.job.processing.app.instance - p - Microsoft Apps
    app.office365.clientplatform.conversion.job.skipping.migration - p - Microsoft Apps
    app.office365.dirsync.skipping.conflict-object - p - Microsoft Apps
    app.office365.dirsync.skipping.critical-system-object - p - Microsoft Apps
    app.office365.dirsync.skipping.non-security-group-invalid-mail - p - Microsoft Apps
    app.office365.dirsync.skipping.reserved-attribute-value - p - Microsoft Apps
    app.office365.dirsync.skipping.systemmailbox - p - Microsoft Apps
    app.office365.dirsync.skipping.without-name-and-displayname - p - Microsoft Apps
    app.office365.error.importing.user - p - Microsoft Apps
    app.office365.graph.api.error.no.mailbox.found - p - Microsoft Apps
    app.office365.graph.api.error.rate-limit.exceeded - p - Microsoft Apps
    app.office365.graph.api.error.service.principal.creation.failed - p - Microsoft Apps
    app.office365.graph.api.error.service.principal.msgraph.authentication.failure - p - Microsoft Apps
    app.office365.provisioning_app.create - p - Microsoft Apps
    app.office365.provisioning_app_credential.rotate - p - Microsoft Apps
    app.office365.service.principal.cleanup.job.complete - p - Microsoft Apps
    app.office365.service.principal.cleanup.job.invalid.credentials - p - Microsoft Apps
    app.office365.service.principal.cleanup.job.processing - p - Microsoft Apps
    app.office365.service.principal.cleanup.job.skipping.missing.creds - p - Microsoft Apps
    app.office365.service.principal.cleanup.job.skipping.no.service.principal - p - Microsoft Apps
    app.office365.service.principal.cleanup.job.unable.to.delete.service.principal - p - Microsoft Apps
    app.office365.user.delete.success - p - Microsoft Apps
    app.office365.user.lifecycle.action.failed - p - Microsoft Apps
    app.office365.user.remove.licenses.success - p - Microsoft Apps
    app.policy.sign_on.update - p - Authentication Platform
    app.radius.agent.listener.failed - p - Hybrid Access
    app.radius.agent.listener.succeeded - p - Hybrid Access
    app.radius.agent.port_inaccessible - p - Hybrid Access
    app.radius.agent.port_reaccessible - p - Hybrid Access
    app.radius.info_access.no_permission - p - Hybrid Access
    app.radius.info_access.partial_permission - p - Hybrid Access
    app.realtimesync.import.details.add_user - p - Directories
    app.realtimesync.import.details.delete_user - p - Directories
    app.realtimesync.import.details.update_user - p - Directories
    app.realtimesync.import_failed - b - Directories
    app.request_new.notify - p - First Party Apps Platform
    app.rum.config.validation.error - p - OIN Integration Platform
    app.rum.is.api.account.error - p - OIN Integration Platform
    app.rum.package.thrown.error - p - OIN Integration Platform
    app.rum.validation.error - p - OIN Integration Platform
    app.saml.sensitive.attribute.update - p - UD Platform (old)
    app.user_management e p - Core Identity
    app.user_management.grouppush.mapping.created.from.rule - p - Core Identity
    app.user_management.grouppush.mapping.created.from.rule.error.duplicate - p - Core Identity
    app.user_management.grouppush.mapping.created.from.rule.error.validation - p - Core Identity
    app.user_management.grouppush.mapping.created.from.rule.errors - p - Core Identity
    app.user_management.grouppush.mapping.okta.users.ignored - p - Core Identity
    app.user_management.import.csv.line.error - p - Core Identity
    app.user_management.push_new_user_success - p - Core Identity
    app.user_management.update_from_master_failed - p - Core Identity
    app.user_management.user_group_import.create_failure - p - Core Identity
    app.user_management.user_group_import.delete_success - p - Core Identity
    app.user_management.user_group_import.update_failure - p - Core Identity
    app.user_management.user_group_import.upsert_fail - p - Core Identity
    app.user_management.user_group_import.upsert_success e p - Core Identity
    application.account.decision.confirm e p - Core Identity
    application.account.decision.ignore e p - Core Identity
    application.account.decision.revoke e p - Core Identity
    application.account.detect e p - Core Identity
    application.account.match.update e p - Core Identity
    application.account.remove e p - Core Identity
    application.appuser.mapping.invalid.expression - p - UD Platform (old)
    application.cache.invalidate - p - OIN Integration Platform
    application.configuration.detect_error - p - Advanced Apps
    application.configuration.disable_delauth_outbound - p - Directories
    application.configuration.disable_fed_broker_mode - p - Core Identity
    application.configuration.enable_delauth_outbound - p - Directories
    application.configuration.enable_fed_broker_mode - p - Core Identity
    application.configuration.import_schema - p - Advanced Apps
    application.configuration.read_client_secret - p - On-Prem Agents
    application.configuration.reset_logo - p - OIN Integration Platform
    application.configuration.update - p - Advanced Apps
    application.configuration.update_api_credentials_for_pass_change - p - Directories
    application.configuration.update_logo - p - OIN Integration Platform
    application.configuration.update_rate_limits - p - Performance
    application.integration.api_query - p - Advanced Apps
    application.integration.authentication_failure - p - Advanced Apps
    application.integration.general_failure - p - Advanced Apps
    application.integration.rate_limit_exceeded - p - Advanced Apps
    application.integration.transfer_files - p - Advanced Apps
    application.lifecycle.activate e p - OIN Integration Platform
    application.lifecycle.create e p - OIN Integration Platform
    application.lifecycle.deactivate e p - OIN Integration Platform
    application.lifecycle.delete e p - OIN Integration Platform
    application.lifecycle.update e p - OIN Integration Platform
    application.policy.sign_on.deny_access e p - MFA Platform
    application.policy.sign_on.rule.create - p - Authentication Platform
    application.policy.sign_on.rule.delete - p - Authentication Platform
    application.policy.sign_on.update - p - Authentication Platform
    application.provision.field_mapping_rule.change - p - OIN Integration Platform
    application.provision.group.add - p - Advanced Apps
    application.provision.group.import - p - Advanced Apps
    application.provision.group.remove - p - Advanced Apps
    application.provision.group.update - p - Advanced Apps
    application.provision.group.verify_exists - p - Advanced Apps
    application.provision.group_membership.add - p - Advanced Apps
    application.provision.group_membership.import - p - Advanced Apps
    application.provision.group_membership.remove - p - Advanced Apps
    application.provision.group_membership.update - p - Advanced Apps
    application.provision.group_push.activate_mapping - p - Core Identity
    application.provision.group_push.deactivate_mapping - p - Core Identity
    application.provision.group_push.delete_appgroup - p - Core Identity
    application.provision.group_push.mapping.and.groups.deleted.rule.deleted - p - Core Identity
    application.provision.group_push.mapping.app.group.renamed - p - Core Identity
    application.provision.group_push.mapping.app.group.renamed.failed - p - Core Identity
    application.provision.group_push.mapping.created - p - Core Identity
    application.provision.group_push.mapping.created.from.rule.warning.duplicate.name - p - Core Identity
    application.provision.group_push.mapping.created.from.rule.warning.duplicate.name.tobecreated - p - Core Identity
    application.provision.group_push.mapping.created.from.rule.warning.upsertGroup.duplicate.name - p - Core Identity
    application.provision.group_push.mapping.deactivated.source.group.renamed - p - Core Identity
    application.provision.group_push.mapping.deactivated.source.group.renamed.failed - p - Core Identity
    application.provision.group_push.mapping.update.or.delete.failed - p - Core Identity
    application.provision.group_push.mapping.update.or.delete.failed.with.error e p - Core Identity
    application.provision.group_push.push_memberships - p - Core Identity
    application.provision.group_push.pushed - p - Core Identity
    application.provision.group_push.removed - p - Core Identity
    application.provision.group_push.updated - p - Core Identity
    application.provision.integration.call_api - p - Advanced Apps
    application.provision.user.activate - p - Advanced Apps
    application.provision.user.deactivate - p - Advanced Apps
    application.provision.user.delete e p - Unified Connector Platform
    application.provision.user.delete.schedule e p - Unified Connector Platform
    application.provision.user.deprovision - p - Core Identity
    application.provision.user.import - p - Advanced Apps
    application.provision.user.import_profile e p - Advanced Apps
    application.provision.user.password - p - Advanced Apps
    application.provision.user.push e p - Advanced Apps
    application.provision.user.push_okta_password - p - Core Identity
    application.provision.user.push_password - p - Core Identity
    application.provision.user.push_profile e p - Advanced Apps
    application.provision.user.reactivate e p - Advanced Apps
    application.provision.user.remove_entitlements e p - Unified Connector Platform
    application.provision.user.remove_entitlements.schedule e p - Unified Connector Platform
    application.provision.user.sync e p - Core Identity
    application.provision.user.verify_exists - p - Advanced Apps
    application.registration_policy.lifecycle.create - p - Core Identity
    application.registration_policy.lifecycle.update - p - Core Identity
    application.user_membership.add e p - Core Identity
    application.user_membership.approve - p - Core Identity
    application.user_membership.change_password e p - Core Identity
    application.user_membership.change_username - p - Core Identity
    application.user_membership.deprovision - p - Core Identity
    application.user_membership.provision - p - Core Identity
    application.user_membership.remove e p - Core Identity
    application.user_membership.restore - p - Delegated and Distributed Administration
    application.user_membership.restore_password - p - Delegated and Distributed Administration
    application.user_membership.revoke - p - Core Identity
    application.user_membership.show_password - p - Delegated and Distributed Administration
    application.user_membership.update e p - Core Identity
    certification.campaign.close e p - IGA Access Certification
    certification.campaign.context.update e p - IGA Access Certification
    certification.campaign.create - p - IGA Access Certification
    certification.campaign.delete - p - IGA Access Certification
    certification.campaign.item.decide e p - IGA Access Certification
    certification.campaign.item.remediate e p - IGA Access Certification
    certification.campaign.launch e p - IGA Access Certification
    certification.campaign.update - p - IGA Access Certification
    certification.remediation.open - p - IGA Access Certification
    core.concurrency.org.limit.violation - p - Performance
    core.el.evaluate - p - Inbound Federation
    core.user_auth.idp.x509.crl_download_failure - p - Authentication Platform
    credential.register - p - Enterprise Auth
    credential.revoke - p - Enterprise Auth
    device.assurance.policy.add - p o Device Assurance
    device.assurance.policy.delete - p o Device Assurance
    device.assurance.policy.update - p o Device Assurance
    device.custom_push.send_notification - p - Enterprise Auth
    device.desktop_mfa.configuration.update - p o Device Access
    device.desktop_mfa.device_logout.completed - p o Device Access
    device.desktop_mfa.device_logout.started - p o Device Access
    device.desktop_mfa.enrollment.create - p o Device Access
    device.desktop_mfa.recovery_pin.generate - p o Device Access
    device.desktop_mfa.recovery_pin.rotate_secret - p o Device Access
    device.enrollment.create e p o Device Assurance
    device.integration.endpoint_security.activate - p o Device Assurance
    device.integration.endpoint_security.deactivate - p o Device Assurance
    device.lifecycle.activate e p o Device Assurance
    device.lifecycle.deactivate e p o Device Assurance
    device.lifecycle.delete e p o Device Assurance
    device.lifecycle.suspend e p o Device Assurance
    device.lifecycle.unsuspend e p o Device Assurance
    device.local_account.create - p o Device Access
    device.password_sync.authentication - p o Device Access
    device.password_sync.enrollment.create - p o Device Access
    device.platform.add - p o Device Assurance
    device.platform.delete - p o Device Assurance
    device.platform.renew - p o Client Foundations
    device.platform.secret_key.reset - p o Device Assurance
    device.platform.update - p o Device Assurance
    device.platform_sso.authentication - p o Device Access
    device.platform_sso.enrollment.create - p o Device Access
    device.platform_sso.keys.register - p o Device Access
    device.posture.check.add - p o Device Assurance
    device.posture.check.delete - p o Device Assurance
    device.posture.check.update - p o Device Assurance
    device.push.provider.create - p o Client Foundations
    device.push.provider.delete - p o Client Foundations
    device.push.provider.update - p o Client Foundations
    device.signals.status.timeout - p o Device Assurance
    device.token.enrollment.create - p o Device Assurance
    device.user.add e p o Device Assurance
    device.user.remove e p o Device Assurance
    device.user_os_account.sync - p o Device Access
    directory.app_user_profile.bootstrap - p - Delegated and Distributed Administration
    directory.app_user_profile.update - p - Delegated and Distributed Administration
    directory.external.group.membership.add - p - Directories
    directory.external.group.membership.remove - p - Directories
    directory.linked_object.create - p - UD Platform (old)
    directory.linked_object.delete - p - UD Platform (old)
    directory.mapping.update - p - Delegated and Distributed Administration
    directory.non_default_user_profile.create - p - Delegated and Distributed Administration
    directory.realm.assignment.create - b - UD Platform (old)
    directory.realm.assignment.delete - b - UD Platform (old)
    directory.realm.assignment.execution_completed - b - UD Platform (old)
    directory.realm.assignment.execution_started - b - UD Platform (old)
    directory.realm.assignment.update - b - UD Platform (old)
    directory.realm.lifecycle.create - b - UD Platform (old)
    directory.realm.lifecycle.delete - b - UD Platform (old)
    directory.realm.lifecycle.update - b - UD Platform (old)
    directory.user_profile.bootstrap - p - Delegated and Distributed Administration
    directory.user_profile.update - p - Delegated and Distributed Administration
    entitlement.migration.complete e b - Unified Connector Platform
    entitlement.migration.fail e b - Unified Connector Platform
    entitlement.migration.start e b - Unified Connector Platform
    event_hook.activated - p - Data Foundations
    event_hook.created - p - Data Foundations
    event_hook.deactivated - p - Data Foundations
    event_hook.deleted - p - Data Foundations
    event_hook.delivery - p - Data Foundations
    event_hook.updated - p - Data Foundations
    event_hook.verified - p - Data Foundations
    governance.principal.settings.update e b - IGA Access Certification
    governance.settings.update e b - IGA Access Certification
    group.application_assignment.add e p - Delegated and Distributed Administration
    group.application_assignment.remove e p - Delegated and Distributed Administration
    group.application_assignment.skip_assignment_reconcile - p - Delegated and Distributed Administration
    group.application_assignment.update e p - Delegated and Distributed Administration
    group.lifecycle.create e p - UD Platform (old)
    group.lifecycle.delete e p - UD Platform (old)
    group.privilege.grant e p - Delegated and Distributed Administration
    group.privilege.revoke e p - Delegated and Distributed Administration
    group.profile.update e p - UD Platform (old)
    group.user_membership.add e p - UD Platform (old)
    group.user_membership.remove e p - UD Platform (old)
    group.user_membership.rule.add_exclusion - p - UD Platform (old)
    group.user_membership.rule.deactivated - p - UD Platform (old)
    group.user_membership.rule.error - p - UD Platform (old)
    group.user_membership.rule.evaluation - p - UD Platform (old)
    group.user_membership.rule.invalidate - p - UD Platform (old)
    group.user_membership.rule.trigger - p - UD Platform (old)
    iam.policy.assignee_configuration.update e p - Delegated and Distributed Administration
    iam.policy.configuration.update e p - Delegated and Distributed Administration
    iam.resourceset.bindings.add e p - Delegated and Distributed Administration
    iam.resourceset.bindings.delete e p - Delegated and Distributed Administration
    iam.resourceset.create e p - Delegated and Distributed Administration
    iam.resourceset.delete e p - Delegated and Distributed Administration
    iam.resourceset.resources.add e p - Delegated and Distributed Administration
    iam.resourceset.resources.delete e p - Delegated and Distributed Administration
    iam.resourceset.resources.update e p - Delegated and Distributed Administration
    iam.resourceset.update e p - Delegated and Distributed Administration
    iam.role.create e p - Delegated and Distributed Administration
    iam.role.delete e p - Delegated and Distributed Administration
    iam.role.permission.conditions.add e p - Delegated and Distributed Administration
    iam.role.permission.conditions.delete e p - Delegated and Distributed Administration
    iam.role.permissions.add e p - Delegated and Distributed Administration
    iam.role.permissions.delete e p - Delegated and Distributed Administration
    iam.role.subscriptions.update e p - Delegated and Distributed Administration
    iam.role.update e p - Delegated and Distributed Administration
    inline_hook.activated - p - Data Foundations
    inline_hook.created - p - Data Foundations
    inline_hook.deactivated - p - Data Foundations
    inline_hook.deleted - p - Data Foundations
    inline_hook.executed e p - Data Foundations
    inline_hook.response.processed - p - Data Foundations
    inline_hook.updated - p - Data Foundations
    inline_hook.verified - p - Data Foundations
    integration.api_service.lifecycle.authorize - p - OIN Integration Platform
    integration.api_service.lifecycle.revoke - p - OIN Integration Platform
    master_application.user_membership.add - p - Core Identity
    mim.command.generic.acknowledged - p - Device Assurance
    mim.command.generic.cancelled - p - Device Assurance
    mim.command.generic.delegated - p - Device Assurance
    mim.command.generic.error - p - Device Assurance
    mim.command.generic.new - p - Device Assurance
    mim.command.generic.notnow - p - Device Assurance
    mim.command.ios.acknowledged - p - Device Assurance
    mim.command.ios.cancelled - p - Device Assurance
    mim.command.ios.error - p - Device Assurance
    mim.command.ios.formaterror - p - Device Assurance
    mim.command.ios.new - p - Device Assurance
    mim.createEnrollment.ANDROID - p - Device Assurance
    mim.createEnrollment.IOS - p - Device Assurance
    mim.createEnrollment.OSX - p - Device Assurance
    mim.createEnrollment.UNKNOWN - p - Device Assurance
    mim.createEnrollment.WINDOWS - p - Device Assurance
    mim.streamDevicesCSVDownload - p - Device Assurance
    network_zone.rule.disabled - p - Essential Security
    oauth2.as.activated - p - Inbound Federation
    oauth2.as.created - p - Inbound Federation
    oauth2.as.deactivated - p - Inbound Federation
    oauth2.as.deleted - p - Inbound Federation
    oauth2.as.updated - p - Inbound Federation
    oauth2.claim.created - p - Inbound Federation
    oauth2.claim.deleted - p - Inbound Federation
    oauth2.claim.updated - p - Inbound Federation
    oauth2.scope.created - p - Inbound Federation
    oauth2.scope.deleted - p - Inbound Federation
    oauth2.scope.updated - p - Inbound Federation
    org.not_configured_origin.redirection.usage - p - PasswordLess
    pam.active_directory.account_discovery.complete - p - Advanced Server Access
    pam.active_directory.account_rule.applied - p - Advanced Server Access
    pam.active_directory.account_rule.update - p - Advanced Server Access
    pam.active_directory.connection.update - p - Advanced Server Access
    pam.ad_connection.create - p - Advanced Server Access
    pam.ad_connection.delete - p - Advanced Server Access
    pam.ad_connection.update - p - Advanced Server Access
    pam.ad_task_settings.create - p - Advanced Server Access
    pam.ad_task_settings.delete - p - Advanced Server Access
    pam.ad_task_settings.update - p - Advanced Server Access
    pam.ad_task_settings.update_schedule - p - Advanced Server Access
    pam.ad_user_sync_task_settings.activate - p - Advanced Server Access
    pam.ad_user_sync_task_settings.create - p - Advanced Server Access
    pam.ad_user_sync_task_settings.deactivate - p - Advanced Server Access
    pam.ad_user_sync_task_settings.delete - p - Advanced Server Access
    pam.ad_user_sync_task_settings.update - p - Advanced Server Access
    pam.ad_user_sync_task_settings.update_schedule - p - Advanced Server Access
    pam.apikey.delete - p - Advanced Server Access
    pam.apikey.rotate - p - Advanced Server Access
    pam.app.update - p - Advanced Server Access
    pam.auth_token.issue - p - Advanced Server Access
    pam.billing_contact.create - p - Advanced Server Access
    pam.client.assign - p - Advanced Server Access
    pam.client.enroll - p - Advanced Server Access
    pam.client.remove - p - Advanced Server Access
    pam.client.state.update - p - Advanced Server Access
    pam.client_enrollment_policies.create - p - Advanced Server Access
    pam.client_enrollment_policies.delete - p - Advanced Server Access
    pam.client_enrollment_policies.update - p - Advanced Server Access
    pam.client_enrollment_policy_token.delete - p - Advanced Server Access
    pam.client_enrollment_policy_token.rotate - p - Advanced Server Access
    pam.cloud_account.create - p - Advanced Server Access
    pam.cloud_account.delete - p - Advanced Server Access
    pam.cloud_account.update - p - Advanced Server Access
    pam.credential_verification.end - p - Advanced Server Access
    pam.credential_verification.start - p - Advanced Server Access
    pam.entitlement_sudo.add_to_project - p - Advanced Server Access
    pam.entitlement_sudo.create - p - Advanced Server Access
    pam.entitlement_sudo.remove - p - Advanced Server Access
    pam.entitlement_sudo.remove_from_project - p - Advanced Server Access
    pam.entitlement_sudo.update - p - Advanced Server Access
    pam.gateway.create - p - Advanced Server Access
    pam.gateway.delete - p - Advanced Server Access
    pam.gateway.setup_token.create - p - Advanced Server Access
    pam.gateway.setup_token.delete - p - Advanced Server Access
    pam.gateway.setup_token.update - p - Advanced Server Access
    pam.gateway.update - p - Advanced Server Access
    pam.gateway_creds.issue - p - Advanced Server Access
    pam.group.bulk_membership_change - p - Advanced Server Access
    pam.group.create - p - Advanced Server Access
    pam.group.delete - p - Advanced Server Access
    pam.incoming_federation.approve - p - Advanced Server Access
    pam.incoming_federation.request - p - Advanced Server Access
    pam.integration.account_rule.create - p - Advanced Server Access
    pam.integration.account_rule.delete - p - Advanced Server Access
    pam.integration.account_rule.update - p - Advanced Server Access
    pam.integration.create - p - Advanced Server Access
    pam.integration.delete - p - Advanced Server Access
    pam.integration.health_change - p - Advanced Server Access
    pam.integration.update - p - Advanced Server Access
    pam.member.add - p - Advanced Server Access
    pam.member.remove - p - Advanced Server Access
    pam.offline_disabled_event - p - Advanced Server Access
    pam.offline_enabled_event - p - Advanced Server Access
    pam.offline_group.secrets.rotate - p - Advanced Server Access
    pam.outgoing_federation.approve - p - Advanced Server Access
    pam.password.change - p - Advanced Server Access
    pam.password.reset - p - Advanced Server Access
    pam.permission.change - p - Advanced Server Access
    pam.preauthorization.create - p - Advanced Server Access
    pam.preauthorization.update - p - Advanced Server Access
    pam.project.add_group - p - Advanced Server Access
    pam.project.create - p - Advanced Server Access
    pam.project.delete - p - Advanced Server Access
    pam.project.remove_group - p - Advanced Server Access
    pam.project.update - p - Advanced Server Access
    pam.project_group_selector.update - p - Advanced Server Access
    pam.resource.checkin.end - p - Advanced Server Access
    pam.resource.checkin.start - p - Advanced Server Access
    pam.resource.checkout - p - Advanced Server Access
    pam.resource_group.create - p - Advanced Server Access
    pam.resource_group.delete - p - Advanced Server Access
    pam.resource_group.update - p - Advanced Server Access
    pam.secret.create - p - Advanced Server Access
    pam.secret.delete - p - Advanced Server Access
    pam.secret.move - p - Advanced Server Access
    pam.secret.reveal - p - Advanced Server Access
    pam.secret.update - p - Advanced Server Access
    pam.secret_folder.create - p - Advanced Server Access
    pam.secret_folder.delete - p - Advanced Server Access
    pam.secret_folder.update - p - Advanced Server Access
    pam.security_policy.create - p - Advanced Server Access
    pam.security_policy.delete - p - Advanced Server Access
    pam.security_policy.evaluate - p - Advanced Server Access
    pam.security_policy.update - p - Advanced Server Access
    pam.server.enroll - p - Advanced Server Access
    pam.server.reassign - p - Advanced Server Access
    pam.server.remove - p - Advanced Server Access
    pam.server.ssh_login - p - Advanced Server Access
    pam.server_account.discovered - p - Advanced Server Access
    pam.server_account.password.reveal - p - Advanced Server Access
    pam.server_account.password_change.initiated - p - Advanced Server Access
    pam.server_account.password_change.out_of_band - p - Advanced Server Access
    pam.server_account.password_change.update - p - Advanced Server Access
    pam.server_account.update - p - Advanced Server Access
    pam.server_labels.update - p - Advanced Server Access
    pam.service.create - p - Advanced Server Access
    pam.service.remove - p - Advanced Server Access
    pam.service_account.assign - p - Advanced Server Access
    pam.service_account.create - p - Advanced Server Access
    pam.service_account.delete - p - Advanced Server Access
    pam.service_account.password.reveal - p - Advanced Server Access
    pam.service_account.password.update - p - Advanced Server Access
    pam.service_account.password_rotation.end - p - Advanced Server Access
    pam.service_account.password_rotation.start - p - Advanced Server Access
    pam.service_account.update - p - Advanced Server Access
    pam.sudo_command_bundle.create - p - Advanced Server Access
    pam.sudo_command_bundle.delete - p - Advanced Server Access
    pam.sudo_command_bundle.update - p - Advanced Server Access
    pam.team.create - p - Advanced Server Access
    pam.team.delete - p - Advanced Server Access
    pam.team_group_attribute.create - p - Advanced Server Access
    pam.team_group_attribute.delete - p - Advanced Server Access
    pam.team_group_attribute.update - p - Advanced Server Access
    pam.team_invitation.create - p - Advanced Server Access
    pam.team_project_group_attribute.create - p - Advanced Server Access
    pam.team_project_group_attribute.delete - p - Advanced Server Access
    pam.team_project_group_attribute.update - p - Advanced Server Access
    pam.team_project_user_attribute.create - p - Advanced Server Access
    pam.team_project_user_attribute.delete - p - Advanced Server Access
    pam.team_project_user_attribute.update - p - Advanced Server Access
    pam.team_settings.update - p - Advanced Server Access
    pam.team_user_attribute.create - p - Advanced Server Access
    pam.team_user_attribute.delete - p - Advanced Server Access
    pam.team_user_attribute.update - p - Advanced Server Access
    pam.unbound_client.enroll - p - Advanced Server Access
    pam.unmanaged_server.create - p - Advanced Server Access
    pam.user.create - p - Advanced Server Access
    pam.user.remove - p - Advanced Server Access
    pam.user.update - p - Advanced Server Access
    pam.user_creds.issue - p - Advanced Server Access
    pam.workload_connection.api_key.create - p - Advanced Server Access
    pam.workload_connection.api_key.revoke - p - Advanced Server Access
    pam.workload_connection.api_key.rotation.activate - p - Advanced Server Access
    pam.workload_connection.api_key.rotation.create - p - Advanced Server Access
    pam.workload_connection.api_key.rotation.delete - p - Advanced Server Access
    pam.workload_connection.api_key.update - p - Advanced Server Access
    pam.workload_connection.create - p - Advanced Server Access
    pam.workload_connection.delete - p - Advanced Server Access
    pam.workload_connection.update - p - Advanced Server Access
    pam.workload_role.create - p - Advanced Server Access
    pam.workload_role.delete - p - Advanced Server Access
    pam.workload_role.update - p - Advanced Server Access
    personal.admin.configuration.update - p - Okta Personal
    personal.user.app_migration.export - p - Okta Personal
    pki.ca.add - p o Client Foundations
    pki.ca.delete - p o Client Foundations
    pki.ca.expiration.warn - p o Access Frameworks
    pki.ca.renew - p o Client Foundations
    pki.ca.scope.mapping.update - p o Device Assurance
    pki.cert.bind - p o Client Foundations
    pki.cert.crl_download_failure - p o Client Foundations
    pki.cert.issue - p - Client Foundations
    pki.cert.lifecycle.activate - p o Client Foundations
    pki.cert.lifecycle.delete - p o Client Foundations
    pki.cert.lifecycle.hold - p o Client Foundations
    pki.cert.lifecycle.revoke - p o Client Foundations
    pki.cert.lifecycle.suspend - p o Client Foundations
    pki.cert.renew - p - Client Foundations
    pki.cert.revoke - p - Client Foundations
    plugin.downloaded - p - Plugins
    plugin.script_status - p - Plugins
    policy.auth_reevaluate.action - p - Authentication Platform
    policy.auth_reevaluate.enforce - p - Authentication Platform
    policy.auth_reevaluate.fail e p - Authentication Platform
    policy.branch.lifecycle.create - b - Authentication Platform
    policy.branch.lifecycle.delete - b - Authentication Platform
    policy.branch.lifecycle.promote e b - Authentication Platform
    policy.branch.lifecycle.rollback e b - Authentication Platform
    policy.branch.lifecycle.stage e b - Authentication Platform
    policy.branch.lifecycle.update e b - Authentication Platform
    policy.branch.rule.activate e b - Authentication Platform
    policy.branch.rule.add e b - Authentication Platform
    policy.branch.rule.deactivate e b - Authentication Platform
    policy.branch.rule.delete e b - Authentication Platform
    policy.branch.rule.update e b - Authentication Platform
    policy.continuous_access.action - p - Authentication Platform
    policy.continuous_access.evaluate - p - Authentication Platform
    policy.entity_risk.action - p - Authentication Platform
    policy.entity_risk.evaluate - p - Authentication Platform
    policy.evaluate_sign_on - p - MFA Platform
    policy.execute.user.start - p - Flow Builder
    policy.lifecycle.activate e p - Authentication Platform
    policy.lifecycle.create - p - Authentication Platform
    policy.lifecycle.deactivate e p - Authentication Platform
    policy.lifecycle.delete - p - Authentication Platform
    policy.lifecycle.overwrite - p - Authentication Platform
    policy.lifecycle.update e p - Authentication Platform
    policy.mapping.create - p - Authentication Platform
    policy.rule.action.execute - p - Flow Builder
    policy.rule.activate e p - Authentication Platform
    policy.rule.add e p - Authentication Platform
    policy.rule.deactivate e p - Authentication Platform
    policy.rule.delete e p - Authentication Platform
    policy.rule.invalidate - p - Authentication Platform
    policy.rule.update e p - Authentication Platform
    policy.scheduled.execute - p - Flow Builder
    resource.collection.assign e b - IGA RAMP
    resource.collection.create e b - IGA RAMP
    resource.collection.delete e b - IGA RAMP
    resource.collection.unassign e b - IGA RAMP
    resource.collection.update e b - IGA RAMP
    resource.entitlement.create e b - IGA RAMP
    resource.entitlement.delete e b - IGA RAMP
    resource.entitlement.update e b - IGA RAMP
    resource.entitlement_bundle.create e b - IGA RAMP
    resource.entitlement_bundle.delete e b - IGA RAMP
    resource.entitlement_bundle.update e b - IGA RAMP
    resource.entitlement_policy.activate e b - IGA RAMP
    resource.entitlement_policy.draft.create e b - IGA RAMP
    resource.entitlement_policy.draft.delete e b - IGA RAMP
    resource.entitlement_policy.draft.update e b - IGA RAMP
    resource.governance_engine.disable e b - IGA RAMP
    resource.governance_engine.enable e b - IGA RAMP
    resource.label.assignment.update e b - IGA RAMP
    resource.label.update e b - IGA RAMP
    resource.owner.update e b - IGA RAMP
    resource.risk_rule.create e b - IGA Access Certification
    resource.risk_rule.delete e b - IGA Access Certification
    resource.risk_rule.update e b - IGA Access Certification
    resource.user_entitlements.drift.detect e b - IGA RAMP
    resource.user_entitlements.drift.revert e b - IGA RAMP
    resource.user_entitlements.update e b - IGA RAMP
    resource_servers.a2a_server.auth_server.add e p - Secure AI
    resource_servers.a2a_server.auth_server.remove e p - Secure AI
    resource_servers.a2a_server.delete e p - Secure AI
    resource_servers.a2a_server.register e p - Secure AI
    resource_servers.api_server.activate e p - Secure AI
    resource_servers.api_server.auth_server.add e p - Secure AI
    resource_servers.api_server.auth_server.remove e p - Secure AI
    resource_servers.api_server.auth_server.update e p - Secure AI
    resource_servers.api_server.deactivate e p - Secure AI
    resource_servers.api_server.delete e p - Secure AI
    resource_servers.api_server.register e p - Secure AI
    resource_servers.api_server.update e p - Secure AI
    resource_servers.client_authentication_settings.create e p - Secure AI
    resource_servers.client_authentication_settings.delete e p - Secure AI
    resource_servers.client_authentication_settings.update e p - Secure AI
    resource_servers.mcp_server.activate e p - Secure AI
    resource_servers.mcp_server.auth_server.create e p - Secure AI
    resource_servers.mcp_server.auth_server.delete e p - Secure AI
    resource_servers.mcp_server.auth_server.update e p - Secure AI
    resource_servers.mcp_server.capability.discover e p - Secure AI
    resource_servers.mcp_server.deactivate e p - Secure AI
    resource_servers.mcp_server.delete e p - Secure AI
    resource_servers.mcp_server.register e p - Secure AI
    resource_servers.mcp_server.update e p - Secure AI
    resource_servers.virtual_mcp_server.auth_server.add e p - Secure AI
    resource_servers.virtual_mcp_server.auth_server.remove e p - Secure AI
    resource_servers.virtual_mcp_server.capability.add e p - Secure AI
    resource_servers.virtual_mcp_server.capability.remove e p - Secure AI
    resource_servers.virtual_mcp_server.capability.update e p - Secure AI
    scheduled_action.user_suspension.canceled - p - Flow Builder
    scheduled_action.user_suspension.completed - p - Flow Builder
    scheduled_action.user_suspension.scheduled - p - Flow Builder
    scheduled_action.user_suspension.updated - p - Flow Builder
    security.attack.end - p - Essential Security
    security.attack.start - p - Essential Security
    security.attack_protection.settings.update - p - Authentication Platform
    security.authenticator.lifecycle.activate e p o MFA Platform
    security.authenticator.lifecycle.create e p o MFA Platform
    security.authenticator.lifecycle.deactivate e p o MFA Platform
    security.authenticator.lifecycle.update e p o MFA Platform
    security.behavior.settings.create - p - Identity Threat Protection
    security.behavior.settings.delete - p - Identity Threat Protection
    security.behavior.settings.update - p - Identity Threat Protection
    security.bot_protection.settings.update - b - Essential Security
    security.bot_protection.status.update - b - Essential Security
    security.breached_credential.detected e p - Essential Security
    security.device.add_request_blacklist_policy - p - Security
    security.device.remove_request_blacklist_policy - p - Security
    security.device.temporarily_disable_blacklisting - p - Security
    security.events.provider.activate - p - Identity Threat Protection
    security.events.provider.create - p - Identity Threat Protection
    security.events.provider.deactivate - p - Identity Threat Protection
    security.events.provider.delete - p - Identity Threat Protection
    security.events.provider.receive_event - p - Essential Security
    security.events.provider.update - p - Identity Threat Protection
    security.events.transmitter.create - p - Identity Threat Protection
    security.events.transmitter.delete - p - Identity Threat Protection
    security.events.transmitter.update - p - Identity Threat Protection
    security.internal.authentication - i - Essential Security
    security.internal.dco_malicious_ip_report - i - Identity Threat Protection
    security.internal.dco_user_risk_report - i - Identity Threat Protection
    security.internal.threat.detected - i - Essential Security
    security.internal.valid_password_sprayed.detected - i - Identity Threat Protection
    security.origin.auto_whitelisted - b - PasswordLess
    security.password_spray.detected - i - Essential Security
    security.protected_action.attempt - p - Delegated and Distributed Administration
    security.protected_action.settings.update - p - Delegated and Distributed Administration
    security.request.blocked - p - Essential Security
    security.session.detect_client_roaming - p - Security
    security.session_protection.status.update - p - Identity Threat Protection
    security.threat.configuration.update - p - Essential Security
    security.threat.detected - p - Essential Security
    security.trusted_origin.activate e p - Resource Insights
    security.trusted_origin.create e p - Resource Insights
    security.trusted_origin.deactivate e p - Resource Insights
    security.trusted_origin.delete e p - Resource Insights
    security.trusted_origin.update e p - Resource Insights
    security.voice.add_country_blacklist - p - Workforce Authenticators
    security.voice.remove_country_blacklist - p - Workforce Authenticators
    security.zone.make_blacklist - p - Security
    security.zone.remove_blacklist - p - Security
    self_service.disabled - p - IGA Access Request
    self_service.enabled - p - IGA Access Request
    support.org.update - p - Insights Platform
    support.org.view - p - Insights Platform
    system.agent.ad.config_change_detected - p - Directories
    system.agent.ad.connect - p - Directories
    system.agent.ad.create - p - Directories
    system.agent.ad.deactivate - p - Directories
    system.agent.ad.delete - p - Directories
    system.agent.ad.dirsync.verify - p - Directories
    system.agent.ad.import_ou - p - Directories
    system.agent.ad.import_user - p - Directories
    system.agent.ad.invoke-powershell - b - Directories
    system.agent.ad.invoke_dir - p - Directories
    system.agent.ad.reactivate - p - Directories
    system.agent.ad.read_config - p - Directories
    system.agent.ad.read_dirsync - p - Directories
    system.agent.ad.read_ldap - p - Directories
    system.agent.ad.read_schema - p - Directories
    system.agent.ad.read_topology - p - Directories
    system.agent.ad.realtimesync - p - Directories
    system.agent.ad.reset_user_password - p - Directories
    system.agent.ad.start - p - Directories
    system.agent.ad.unlock_user_account - p - Directories
    system.agent.ad.update - p - Directories
    system.agent.ad.update_user - p - Directories
    system.agent.ad.upgrade - p - Directories
    system.agent.ad.upload_iwa_log - p - Directories
    system.agent.ad.upload_log - p - Directories
    system.agent.ad.write_ldap - p - Directories
    system.agent.auto_update - p - Agent Rotation
    system.agent.connector.connect - p - Directories
    system.agent.connector.deactivate - p - Directories
    system.agent.connector.delete - p - Directories
    system.agent.connector.reactivate - p - Directories
    system.agent.ldap.change_user_password - p - Directories
    system.agent.ldap.config_change_detected - p - Directories
    system.agent.ldap.create_user_JIT - p - Directories
    system.agent.ldap.disconnect - p - Directories
    system.agent.ldap.realtimesync - p - Directories
    system.agent.ldap.reconnect - p - Directories
    system.agent.ldap.reset_user_password - p - Directories
    system.agent.ldap.unlock_user_account - p - Directories
    system.agent.ldap.update_user - p - Directories
    system.agent.ldap.update_user_password - p - Directories
    system.agent.register - p - Core Identity
    system.agent_pools.auto_update - p - Agent Rotation
    system.api_token.create e p - Outbound Federation
    system.api_token.enable - p - Outbound Federation
    system.api_token.request_outside_allowed_range e p - Outbound Federation
    system.api_token.revoke e p - Outbound Federation
    system.api_token.update - p - Outbound Federation
    system.beta.feature.enable - p - Management Tools
    system.brand.create - p - Developer Platform
    system.brand.delete - p - Developer Platform
    system.brand.update - p - Developer Platform
    system.captcha.create - p - Developer Platform
    system.captcha.delete - p - Developer Platform
    system.captcha.update - p - Developer Platform
    system.client.concurrency_rate_limit.notification - p - Performance
    system.client.concurrency_rate_limit.violation - p - Performance
    system.client.rate_limit.notification - p - Performance
    system.client.rate_limit.violation - p - Performance
    system.csv.import_user - p - Core Identity
    system.custom_email_server.lifecycle.activate - p - Workforce Authenticators
    system.custom_email_server.lifecycle.create - p - Workforce Authenticators
    system.custom_email_server.lifecycle.deactivate - p - Workforce Authenticators
    system.custom_email_server.lifecycle.delete - p - Workforce Authenticators
    system.custom_email_server.lifecycle.update - p - Workforce Authenticators
    system.custom_error.delete - p - Developer Platform
    system.custom_error.update - p - Developer Platform
    system.custom_signin.delete - p - Developer Platform
    system.custom_signin.update - p - Developer Platform
    system.custom_signout.update - p - Developer Platform
    system.custom_url_domain.cert_renew - p - Developer Platform
    system.custom_url_domain.cert_upload - p - Developer Platform
    system.custom_url_domain.delete - p - Developer Platform
    system.custom_url_domain.initiate - p - Developer Platform
    system.custom_url_domain.update - p - Developer Platform
    system.custom_url_domain.verify - p - Developer Platform
    system.directory.debugger.extend - p - Directories
    system.directory.debugger.grant - p - Directories
    system.directory.debugger.query_executed - p - Directories
    system.directory.debugger.revoke - p - Directories
    system.dr.failback - p - Honey Badger
    system.dr.failover - p - Honey Badger
    system.email.account_unlock.sent_message - p - PasswordLess
    system.email.bounce.removal - p - Core
    system.email.challenge_factor_redeemed - p - PasswordLess
    system.email.delivery e p - Core
    system.email.mfa_enroll_notification.sent_message - p - End User Security
    system.email.mfa_reset_notification.sent_message - p - End User Security
    system.email.new_device_notification.sent_message - p - End User Security
    system.email.password_reset.sent_message - p - PasswordLess
    system.email.send_factor_verify_message - p - PasswordLess
    system.email.template.create - p - Developer Platform
    system.email.template.delete - p - Developer Platform
    system.email.template.settings_changed - p - Developer Platform
    system.email.template.update - p - Developer Platform
    system.email_domain.create - p - Developer Platform
    system.email_domain.delete - p - Developer Platform
    system.email_domain.update - p - Developer Platform
    system.email_domain.verify - p - Developer Platform
    system.feature.disable - p - Management Tools
    system.feature.ea_auto_enroll - p - Management Tools
    system.feature.enable - p - Management Tools
    system.hook.key.created - p - Data Foundations
    system.hook.key.deleted - p - Data Foundations
    system.hook.key.updated - p - Data Foundations
    system.identity_sources.bulk_delete - p - Core Identity
    system.identity_sources.bulk_device_delete - p - Core Identity
    system.identity_sources.bulk_device_upsert - p - Core Identity
    system.identity_sources.bulk_group_delete - p - Core Identity
    system.identity_sources.bulk_group_membership_delete - p - Core Identity
    system.identity_sources.bulk_group_membership_upsert - p - Core Identity
    system.identity_sources.bulk_group_upsert - p - Core Identity
    system.identity_sources.bulk_upsert - p - Core Identity
    system.identity_sources.group.create - p - Core Identity
    system.identity_sources.group.delete - p - Core Identity
    system.identity_sources.group.update - p - Core Identity
    system.identity_sources.group.user.assign - p - Core Identity
    system.identity_sources.group.user.revoke - p - Core Identity
    system.identity_sources.user.create - p - Core Identity
    system.identity_sources.user.delete - p - Core Identity
    system.identity_sources.user.update - p - Core Identity
    system.idp.key.create e p - Inbound Federation
    system.idp.key.delete e p - Inbound Federation
    system.idp.key.update e p - Inbound Federation
    system.idp.lifecycle.activate e p - Inbound Federation
    system.idp.lifecycle.create e p - Inbound Federation
    system.idp.lifecycle.deactivate e p - Inbound Federation
    system.idp.lifecycle.delete e p - Inbound Federation
    system.idp.lifecycle.read_client_secret e p - Inbound Federation
    system.idp.lifecycle.update e p - Inbound Federation
    system.import.clear.unconfirmed.users.summary - p - Core Identity
    system.import.complete e p - Core Identity
    system.import.complete_batch - p - Core Identity
    system.import.custom_object.complete - p - Core Identity
    system.import.custom_object.create - p - Core Identity
    system.import.custom_object.delete - p - Core Identity
    system.import.custom_object.update - p - Core Identity
    system.import.download.complete - p - Core Identity
    system.import.download.start - p - Core Identity
    system.import.entitlement - p - Core Identity
    system.import.entitlement.capacity_warning - b - Core Identity
    system.import.entitlement.mismatch - p - Core Identity
    system.import.entitlement.schema.update - b - Core Identity
    system.import.entitlement.upper_limit_exceeded e b - Core Identity
    system.import.full_import_required - b - Core Identity
    system.import.group.complete - p - Core Identity
    system.import.group.create e p - Core Identity
    system.import.group.delete e p - Core Identity
    system.import.group.start - p - Core Identity
    system.import.group.update - p - Core Identity
    system.import.group_membership.complete - p - Core Identity
    system.import.implicit_deletion.complete - p - Core Identity
    system.import.implicit_deletion.start - p - Core Identity
    system.import.import_profile - p - Core Identity
    system.import.import_provisioning_info - p - Core Identity
    system.import.incremental_converted_to_full - b - Core Identity
    system.import.membership_processing.complete - p - Core Identity
    system.import.membership_processing.start - p - Core Identity
    system.import.object_creation.complete - p - Core Identity
    system.import.object_creation.start - p - Core Identity
    system.import.roadblock e p - Core Identity
    system.import.roadblock.reschedule_and_resume - p - Core Identity
    system.import.roadblock.resume - p - Core Identity
    system.import.roadblock.updated - p - Core Identity
    system.import.schedule - p - Core Identity
    system.import.session.cancelled - p - Core Identity
    system.import.session.created - p - Core Identity
    system.import.session.expired - p - Core Identity
    system.import.session.triggered - p - Core Identity
    system.import.start e p - Core Identity
    system.import.user.complete - p - Core Identity
    system.import.user.create - p - Core Identity
    system.import.user.delete - p - Core Identity
    system.import.user.match - p - Core Identity
    system.import.user.start - p - Core Identity
    system.import.user.suspend - p - Core Identity
    system.import.user.unsuspend - p - Core Identity
    system.import.user.unsuspend_after_confirm - p - Core Identity
    system.import.user.update - p - Core Identity
    system.import.user.update_user_lifecycle_from_master - p - Core Identity
    system.import.user_csv.complete - p - Developer Platform
    system.import.user_csv.start - p - Developer Platform
    system.import.user_match.confirm - p - Core Identity
    system.import.user_match.unignore - p - Core Identity
    system.import.user_match.update - p - Core Identity
    system.import.user_matching.complete - p - Core Identity
    system.import.user_matching.start - p - Core Identity
    system.internal.classify.user - i - UD Platform (old)
    system.internal.devorg.create - i - Developer Platform
    system.internal.migrate.appuser - i - Insights Platform
    system.iwa.create - p - Directories
    system.iwa.go_offline - p - Directories
    system.iwa.go_online - p - Directories
    system.iwa.promote_primary - p - Directories
    system.iwa.remove - p - Directories
    system.iwa.update - p - Directories
    system.iwa.use_default - p - Directories
    system.iwa_agentless.auth - p - Directories
    system.iwa_agentless.auth_after_redirect - p - Directories
    system.iwa_agentless.redirect - p - Directories
    system.iwa_agentless.update - p - Directories
    system.iwa_agentless.user.not_found - p - Directories
    system.iwa_agentless_kerberos.update - p - Directories
    system.ldapi.admin_limit_exceeded - p - UD Platform (old)
    system.ldapi.bind - p - UD Platform (old)
    system.ldapi.search - p - UD Platform (old)
    system.ldapi.unbind - p - UD Platform (old)
    system.log_stream.lifecycle.activate e p - Data Foundations
    system.log_stream.lifecycle.create e p - Data Foundations
    system.log_stream.lifecycle.deactivate e p - Data Foundations
    system.log_stream.lifecycle.delete e p - Data Foundations
    system.log_stream.lifecycle.update e p - Data Foundations
    system.mfa.factor.activate - p - Developer Platform
    system.mfa.factor.deactivate - p - Developer Platform
    system.mfa.preregister.initiate e b - PasswordLess
    system.oauth2.token.request_outside_allowed_range e p - Inbound Federation
    system.operation.concurrency_limit.violation - p - Performance
    system.operation.rate_limit.violation - p - Performance
    system.operation.rate_limit.warning - p - Performance
    system.org.captcha.activate - p - Developer Platform
    system.org.captcha.deactivate - p - Developer Platform
    system.org.lifecycle.create - p - Management Tools
    system.org.rate_limit.burst - p - Performance
    system.org.rate_limit.expiration.warning - p - Performance
    system.org.rate_limit.violation e p - Performance
    system.org.rate_limit.warning e p - Performance
    system.org.task.remove - p - Management Tools
    system.push.send_factor_verify_push - p - Enterprise Auth
    system.rate_limit.configuration.update - p - Performance
    system.self_service.configuration.update - p - IGA Access Request
    system.sms.receive_status - p - Workforce Authenticators
    system.sms.send_account_unlock_message - p - Workforce Authenticators
    system.sms.send_factor_verify_message - p - Workforce Authenticators
    system.sms.send_okta_push_verify_message - p - Enterprise Auth
    system.sms.send_password_reset_message - p - Workforce Authenticators
    system.sms.send_phone_verification_message e p - Workforce Authenticators
    system.theme.update - p - Developer Platform
    system.voice.receive_status - p - Workforce Authenticators
    system.voice.send_account_unlock_call - p - Workforce Authenticators
    system.voice.send_call - p - Workforce Authenticators
    system.voice.send_mfa_challenge_call - p - Workforce Authenticators
    system.voice.send_password_reset_call - p - Workforce Authenticators
    system.voice.send_phone_verification_call e p - Workforce Authenticators
    system.well_known_uri.update - p - Auth Experiences
    task.lifecycle.activate - p - Flow Builder
    task.lifecycle.create - p - Flow Builder
    task.lifecycle.deactivate - p - Flow Builder
    task.lifecycle.delete - p - Flow Builder
    task.lifecycle.update - p - Flow Builder
    user.account.access_support_user_app - b - Authentication Platform
    user.account.expire_password - p - PasswordLess
    user.account.lock e p - PasswordLess
    user.account.lock.limit - p - PasswordLess
    user.account.preference_update - p - Auth Experiences
    user.account.privilege.grant e p - Delegated and Distributed Administration
    user.account.privilege.revoke e p - Delegated and Distributed Administration
    user.account.report_suspicious_activity_by_enduser e p - End User Security
    user.account.reset_password e p - PasswordLess
    user.account.subscriptions.update e p - Delegated and Distributed Administration
    user.account.unlock e p - PasswordLess
    user.account.unlock_by_admin e p - PasswordLess
    user.account.unlock_failure - p - PasswordLess
    user.account.unlock_token - p - PasswordLess
    user.account.update_password e p - PasswordLess
    user.account.update_primary_email - p - UD Platform (old)
    user.account.update_profile e p - UD Platform (old)
    user.account.update_secondary_email - p - UD Platform (old)
    user.account.update_user_type - p - UD Platform (old)
    user.account.use_token - p - Authentication Platform
    user.authentication.auth - p - Authentication Platform
    user.authentication.auth_identifier_not_in_policy - p - Directories
    user.authentication.auth_unconfigured_identifier - p - Directories
    user.authentication.auth_via_AD_agent - p - Directories
    user.authentication.auth_via_IDP e p - Inbound Federation
    user.authentication.auth_via_LDAP_agent - p - Directories
    user.authentication.auth_via_inbound_SAML - p - Inbound Federation
    user.authentication.auth_via_inbound_delauth - p - Authentication Platform
    user.authentication.auth_via_iwa - p - Directories
    user.authentication.auth_via_mfa e p - MFA Platform
    user.authentication.auth_via_radius - p - Hybrid Access
    user.authentication.auth_via_richclient - p - Microsoft Apps
    user.authentication.auth_via_social e p - Inbound Federation
    user.authentication.authenticate e p - Device Assurance
    user.authentication.dsso_via_non_priority_source - p - Directories
    user.authentication.slo - p - Inbound Federation
    user.authentication.sso e p - Authentication Platform
    user.authentication.universal_logout e p - Inbound Federation
    user.authentication.universal_logout.scheduled e p - Inbound Federation
    user.authentication.verify - p - Authentication Platform
    user.behavior.profile.reset e p - Identity Threat Protection
    user.chrome.data.clear e b - Identity Threat Protection
    user.credential.enroll e p - Device Assurance
    user.device_session.end - p o Device Access
    user.device_session.start - p o Device Access
    user.identity_snapshot.attestation.create - p - Inbound Federation
    user.identity_verification e p - Workforce Authenticators
    user.identity_verification.start e p - Workforce Authenticators
    user.import.password e p - PasswordLess
    user.internal.authentication.telemetry - i - Access Frameworks
    user.internal.risk.change - i - Identity Threat Protection
    user.internal.risk.detect - i - Identity Threat Protection
    user.internal.session_context_change - i - PasswordLess
    user.lifecycle.activate e p - UD Platform (old)
    user.lifecycle.create e p - UD Platform (old)
    user.lifecycle.deactivate e p - UD Platform (old)
    user.lifecycle.delete.completed - p - Authentication Platform
    user.lifecycle.delete.initiated e p - UD Platform (old)
    user.lifecycle.jit.error.read_only - p - Authentication Platform
    user.lifecycle.password_mass_expiry - p - PasswordLess
    user.lifecycle.reactivate e p - UD Platform (old)
    user.lifecycle.suspend e p - Authentication Platform
    user.lifecycle.unsuspend e p - Authentication Platform
    user.mfa.attempt_bypass - p - MFA Platform
    user.mfa.factor.activate e p - MFA Platform
    user.mfa.factor.deactivate e p - MFA Platform
    user.mfa.factor.reset_all e p - MFA Platform
    user.mfa.factor.suspend e p o Enterprise Auth
    user.mfa.factor.unsuspend e p o Enterprise Auth
    user.mfa.factor.update e p - MFA Platform
    user.mfa.okta_verify - p - Enterprise Auth
    user.mfa.okta_verify.deny_push - p - Enterprise Auth
    user.mfa.okta_verify.deny_push_upgrade_needed - p - Enterprise Auth
    user.mfa.promote_enrollment e p o PasswordLess
    user.privileged_account.privilege.grant - b - UD Platform (old)
    user.privileged_account.privilege.revoke - b - UD Platform (old)
    user.privileged_account.update_profile - b - UD Platform (old)
    user.realm.update - b - UD Platform (old)
    user.risk.change e p - Identity Threat Protection
    user.risk.detect e p - Identity Threat Protection
    user.session.access_admin_app - p - Management Tools
    user.session.clear e p - PasswordLess
    user.session.context.change e p - PasswordLess
    user.session.end e p - PasswordLess
    user.session.expire - p - PasswordLess
    user.session.impersonation.end - p - Delegated and Distributed Administration
    user.session.impersonation.extend - p - Delegated and Distributed Administration
    user.session.impersonation.grant - p - Delegated and Distributed Administration
    user.session.impersonation.initiate - p - Delegated and Distributed Administration
    user.session.impersonation.revoke - p - Delegated and Distributed Administration
    user.session.start e p - PasswordLess
    workflows.org.step_execution_limit.violation - p - WAX Insights
    workflows.org.step_execution_limit.warning - p - WAX Insights
    workflows.user.connection.create - p - WAX Insights
    workflows.user.connection.delete - p - WAX Insights
    workflows.user.connection.reauthorize - p - WAX Insights
    workflows.user.connection.revoke - p - WAX Insights
    workflows.user.delegatedflow.run - p - WAX Insights
    workflows.user.execution_log_stream_connection.activate - p - WAX Insights
    workflows.user.execution_log_stream_connection.deactivate - p - WAX Insights
    workflows.user.execution_log_stream_connection.update - p - WAX Insights
    workflows.user.flow.activate - p - WAX Insights
    workflows.user.flow.create - p - WAX Insights
    workflows.user.flow.deactivate - p - WAX Insights
    workflows.user.flow.delete - p - WAX Insights
    workflows.user.flow.execution.cancel - p - WAX Insights
    workflows.user.flow.execution_history.activate - p - WAX Insights
    workflows.user.flow.execution_history.deactivate - p - WAX Insights
    workflows.user.flow.execution_history.delete - p - WAX Insights
    workflows.user.flow.execution_log_stream.activate - p - WAX Insights
    workflows.user.flow.execution_log_stream.deactivate - p - WAX Insights
    workflows.user.flow.export - p - WAX Insights
    workflows.user.flow.import - p - WAX Insights
    workflows.user.flow.move - p - WAX Insights
    workflows.user.flow.save - p - WAX Insights
    workflows.user.flow.version.revert - b - Flow Builder
    workflows.user.flow.version.update - b - Flow Builder
    workflows.user.flow.view - b - WAX Insights
    workflows.user.folder.create - p - WAX Insights
    workflows.user.folder.delete - p - WAX Insights
    workflows.user.folder.duplicate - p - WAX Insights
    workflows.user.folder.export - p - WAX Insights
    workflows.user.folder.import - p - WAX Insights
    workflows.user.folder.move - p - WAX Insights
    workflows.user.folder.rename - p - WAX Insights
    workflows.user.role.group.add - p - WAX Insights
    workflows.user.role.group.remove - p - WAX Insights
    workflows.user.role.user.add - p - WAX Insights
    workflows.user.role.user.remove - p - WAX Insights
    workflows.user.table.create - p - WAX Insights
    workflows.user.table.delete - p - WAX Insights
    workflows.user.table.export - p - WAX Insights
    workflows.user.table.import - p - WAX Insights
    workflows.user.table.move - p - WAX Insights
    workflows.user.table.schema.export - p - WAX Insights
    workflows.user.table.schema.import - p - WAX Insights
    workflows.user.table.update - p - WAX Insights
    workflows.user.table.view - p - WAX Insights
    workflows.user.truststore.create - p - WAX Insights
    workflows.user.truststore.delete - p - WAX Insights
    workflows.user.truststore.update - p - WAX Insights
    workflows.user.truststore.view - p - WAX Insights
    workload_principal.activate e p - Workload Principal
    workload_principal.ai_agent.activate e b - Workload Principal
    workload_principal.ai_agent.credential.activate e p - Workload Principal
    workload_principal.ai_agent.credential.create e p - Workload Principal
    workload_principal.ai_agent.credential.deactivate e p - Workload Principal
    workload_principal.ai_agent.credential.delete e p - Workload Principal
    workload_principal.ai_agent.deactivate e b - Workload Principal
    workload_principal.ai_agent.delete e b - Workload Principal
    workload_principal.ai_agent.register e b - Workload Principal
    workload_principal.ai_agent.sign_on_provider.add e b - Workload Principal
    workload_principal.ai_agent.sign_on_provider.remove e b - Workload Principal
    workload_principal.ai_agent.update e b - Workload Principal
    workload_principal.deactivate e p - Workload Principal
    workload_principal.delegation_link.create e p - Workload Principal
    workload_principal.delegation_link.delete e p - Workload Principal
    workload_principal.delete e p - Workload Principal
    workload_principal.register e p - Workload Principal
    workload_principal.resource_connection.activate e p - Workload Principal
    workload_principal.resource_connection.create e p - Workload Principal
    workload_principal.resource_connection.deactivate e p - Workload Principal
    workload_principal.resource_connection.delete e p - Workload Principal
    workload_principal.resource_connection.update e p - Workload Principal
    workload_principal.sign_on_provider.add e p - Workload Principal
    workload_principal.sign_on_provider.remove e p - Workload Principal
    workload_principal.update e p - Workload Principal
    zone.activate - p - Essential Security
    zone.create - p - Essential Security
    zone.deactivate - p - Essential Security
    zone.delete - p - Essential Security
    zone.make_blacklist - p - Essential Security
    zone.remove_blacklist - p - Essential Security
    zone.update - p - Essential Security
    """

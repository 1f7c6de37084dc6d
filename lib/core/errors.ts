import type { Permission } from '@/lib/access/permissions'

/**
 * Everything the domain may refuse, with the HTTP status a door answers. Codes are message keys in
 * `lib/i18n/messages/<locale>/errors.json`; no visible text is thrown anywhere.
 */
export const errorStatus = {
  input_invalid: 400,
  link_missing: 400,
  not_signed_in: 401,
  sign_in_failed: 401,
  password_wrong: 403,
  code_wrong: 403,
  sign_in_lapsed: 401,
  password_change_required: 403,
  second_factor_required: 403,
  verification_pending: 403,
  confirmation_required: 403,
  role_missing: 403,
  role_above_own: 403,
  not_found: 404,
  too_many_attempts: 429,
  busy: 429,
  already_installed: 409,
  email_taken: 409,
  domain_taken: 409,
  // Invitations: why a link cannot be used.
  invitation_unknown: 404,
  invitation_expired: 410,
  invitation_revoked: 410,
  invitation_replaced: 410,
  invitation_declined: 410,
  invitation_used: 409,
  invitation_not_active: 409,
  invitation_wrong_organization: 403,
  invitation_wrong_kind: 403,
  invitation_own: 409,
  invitation_without_address: 409,
  region_differs: 409,
  already_partners: 409,
  already_customer: 409,
  partnership_ended: 409,
  partnership_missing: 409,
  admin_access_revoked: 403,
  agreement_missing: 409,
  // Enrollment.
  mpn_taken: 409,
  membership_sign_in_failed: 401,
  profile_inactive: 409,
  profile_of_other_country: 409,
  enrollment_incomplete: 409,
  already_enrolled: 409,
  // Selling and serving.
  delegation_missing: 403,
  relationship_missing: 409,
  customer_agreement_missing: 409,
  reseller_not_eligible: 409,
  reseller_not_serving: 409,
  reseller_agreement_missing: 409,
  already_signed: 409,
  resellers_not_set: 409,
  tenant_owner_not_eligible: 409,
  support_contact_not_eligible: 409,
  offer_unavailable: 409,
  offer_limit_reached: 409,
  prerequisite_missing: 409,
  quantity_out_of_range: 400,
  cart_empty: 409,
  cart_changed: 409,
  total_changed: 409,
  already_submitted: 409,
  subscription_not_active: 409,
  transition_refused: 409,
  stale: 409,
  cancellation_window_passed: 409,
  renewal_locked: 409,
  seats_not_reducible: 409,
  seats_assigned: 409,
  upgrade_not_offered: 409,
  add_on_parent_inactive: 409,
  no_license_left: 409,
  usage_location_missing: 409,
  restore_window_passed: 410,
  last_global_admin: 409,
  global_admin_protected: 403,
  already_asked: 409,
  already_allowed: 409,
  own_account: 409,
  request_answered: 409,
  request_pending: 409,
  // The directory and known customers.
  card_incomplete: 409,
  logo_invalid: 400,
  invitation_request_pending: 409,
  already_invited: 409,
  known_customers_full: 409,
  handover_unknown: 404,
  handover_used: 410,
  handover_replaced: 410,
  handover_needless: 409,
  handover_expired: 410,
  // Verification of a company.
  contact_link_unknown: 404,
  contact_link_closed: 410,
  checks_open: 409,
  nothing_failed: 409,
  evidence_refused: 400,
  evidence_limit_reached: 409,
  // Links to choose a password.
  password_link_unknown: 404,
  password_link_used: 410,
  password_link_replaced: 410,
  password_link_expired: 410,
  // The second factor.
  second_factor_exists: 409,
  second_factor_missing: 409,
  second_factor_demanded: 409,
  second_factor_first: 409,
  legal_name_fixed: 409,
  name_is_its_own: 409,
  // Single sign-on: the issuer, and what it says.
  issuer_unreachable: 502,
  issuer_address_refused: 400,
  issuer_differs: 409,
  issuer_not_conform: 502,
  issuer_denied: 403,
  issuer_refused_client: 409,
  issuer_failed: 502,
  issuer_answer_invalid: 403,
  // The browser that comes back, and the person.
  errand_missing: 410,
  errand_foreign: 403,
  errand_used: 410,
  issuer_changed: 409,
  email_missing: 403,
  email_unverified: 403,
  email_not_covered: 403,
  person_unknown: 403,
  person_disabled: 403,
  identity_conflict: 409,
  identity_differs: 403,
  proof_too_old: 403,
  // Setting it up, and what it asks.
  single_sign_on_unknown: 404,
  single_sign_on_required: 403,
  single_sign_on_missing: 409,
  single_sign_on_untested: 409,
  single_sign_on_not_on: 409,
  domain_covered: 409,
  domain_not_verified: 409,
  file_invalid: 400,
  unexpected: 500,
} as const

export type ErrorCode = keyof typeof errorStatus

export type ErrorParameters = Record<string, string | number>

/** A refusal. Thrown inside, so that the transaction rolls back; doors turn it into a page, a form state or a body. */
export class DomainError extends Error {
  readonly code: ErrorCode
  /** Values for the message of the code; never secrets. */
  readonly parameters: ErrorParameters
  /** For `role_missing`: what was asked for. */
  readonly permission: Permission | undefined
  /** For `input_invalid`: message keys by field path. */
  readonly fields: Record<string, string[]>

  constructor(
    code: ErrorCode,
    options: { parameters?: ErrorParameters; permission?: Permission; fields?: Record<string, string[]> } = {},
  ) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.parameters = options.parameters ?? {}
    this.permission = options.permission
    this.fields = options.fields ?? {}
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

export function isDomainError(error: unknown, code?: ErrorCode): error is DomainError {
  return error instanceof DomainError && (code === undefined || error.code === code)
}

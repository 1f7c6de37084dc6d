/** An organization profile as the membership directory keeps it. */
export interface MembershipProfile {
  /** Of the location that transacts. */
  mpnId: string
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
  addressLine1: string
  city: string | null
  state: string | null
  postalCode: string | null
  active: boolean
  /** Takes part in the programme already. */
  inProgram: boolean
}

/** Where partners keep their membership, and with it their MPN ID: Partner Membership Center, or what stands in for it. */
export interface MembershipDirectory {
  /** The profiles of an account; null for an unknown account as for a wrong password, after the same work. */
  signIn(userName: string, password: string): Promise<readonly MembershipProfile[] | null>
}

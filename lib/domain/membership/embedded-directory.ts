import { verifyPassword } from '@/lib/auth/password'
import { callFunction, Prisma } from '@/lib/core/db'
import type { MembershipDirectory, MembershipProfile } from './profiles'

interface Candidate {
  passwordHash: string
  profiles: MembershipProfile[]
}

/** Two tables of the portal's own database, which the application reaches through one function. */
export const embeddedDirectory: MembershipDirectory = {
  async signIn(userName, password) {
    const [candidate] = await callFunction<Candidate>(Prisma.sql`select * from membership_candidate(${userName})`)
    const matches = await verifyPassword(candidate?.passwordHash ?? null, password)
    return candidate && matches ? candidate.profiles : null
  },
}

import { randomUUID } from 'node:crypto'
import { disconnect } from '@/lib/core/db'
import { type DomainError, isDomainError } from '@/lib/core/errors'
import { installOperator } from '@/lib/domain/operator/commands'
import { errorWords } from '@/lib/i18n/error-words'
import { passwordLinkUrl } from '@/lib/mail/letters/security-letters'

// node --import tsx prisma/operator/create.ts <JSON of name, domain, country, admin, email>
// Founds the portal. Started by `npm run operator:create`.

const words = errorWords('en')

/** How the fields of the operation are called on the command line. */
const optionOf: Record<string, string> = { adminName: 'admin', adminEmail: 'email' }

async function found(text: string): Promise<number> {
  const { name, domain, country, admin, email } = JSON.parse(text) as Record<string, string>
  const input = { name, domain, country: country?.toUpperCase(), adminName: admin, adminEmail: email }
  try {
    const request = { requestId: randomUUID(), ipAddress: null, userAgent: null }
    const { token, expiresAt } = await installOperator(null, input as never, request)
    console.log(`${name} runs this portal now.`)
    console.log(`${admin} chooses a password with this link. It works once, until ${expiresAt.toISOString()}:`)
    console.log(`\n  ${passwordLinkUrl(token)}\n`)
    console.log('The link is not stored and not shown again.')
    return 0
  } catch (error) {
    if (!isDomainError(error)) throw error
    for (const line of complaintsOf(error)) console.error(line)
    return 1
  }
}

function complaintsOf(error: DomainError): string[] {
  if (error.code === 'already_installed')
    return [
      'This portal has an operator already. Nothing has changed. Who lost the password asks for another on the sign-in page.',
    ]
  const fields = Object.entries(error.fields).map(
    ([name, [problem]]) => `  --${optionOf[name] ?? name}: ${words(`fields.${problem ?? 'invalid'}`)}`,
  )
  return ['Nothing was created.', words(error.code, error.parameters), ...fields]
}

try {
  process.exitCode = await found(process.argv[2] ?? '{}')
} finally {
  await disconnect()
}

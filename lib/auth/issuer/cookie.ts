import { minute } from '@/lib/core/clock'
import { environment } from '@/lib/core/env'

/** How long a browser may be away. */
export const errandLife = 10 * minute

/** Recognizes the browser that was sent to an issuer. Opens nothing by itself. */
export function errandCookie() {
  const secure = environment().APP_ORIGIN.startsWith('https:')
  return {
    name: secure ? '__Host-tandem.errand' : 'tandem.errand',
    // Lax: the browser comes back from another site, by an ordinary link.
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure, maxAge: errandLife / 1000 },
  }
}

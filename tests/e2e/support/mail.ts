import { type Letter, readLetters } from '../stage/mail-sink'
import type { PortalInHand } from '../stage/own-portal'
import { until } from '../stage/programs'

export type { Letter } from '../stage/mail-sink'

/** Everything the mail server has taken for an address. */
export function lettersTo({ mailDirectory }: Pick<PortalInHand, 'mailDirectory'>, address: string): Letter[] {
  return readLetters(mailDirectory).filter(({ to }) => to === address)
}

/** Waits for a letter whose subject contains the words. The latest, where there are several. */
export function letterTo(portal: PortalInHand, address: string, subject: string): Promise<Letter> {
  const find = () => lettersTo(portal, address).findLast((letter) => letter.subject.includes(subject))
  return until(`a letter to ${address} about "${subject}"`, find)
}

/** The one address of the portal that a letter leads to, without the origin. */
export function pathIn(letter: Pick<Letter, 'text'>): string {
  const origin = process.env.APP_ORIGIN ?? ''
  const paths = new Set(letter.text.split(/\s+/).filter((word) => word.startsWith(`${origin}/`)))
  const [path, ...others] = paths
  if (!path || others.length > 0) throw new Error(`One link was expected in: ${letter.text}`)
  return path.slice(origin.length)
}

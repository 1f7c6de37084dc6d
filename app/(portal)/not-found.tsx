import { NotFound } from '@/components/not-found'
import { notFoundWords } from '@/components/not-found-words'

/** A row that does not exist, or that somebody else owns: the answer is the same. */
export default async function PortalNotFoundPage() {
  return <NotFound words={await notFoundWords()} />
}

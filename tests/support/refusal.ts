import { DomainError, type ErrorCode } from '@/lib/core/errors'

/** The code an operation is refused with. Fails when it is allowed, or breaks in a way that is no refusal. */
export async function refusal(work: Promise<unknown>): Promise<ErrorCode> {
  return (await refusalOf(work)).code
}

export async function refusalOf(work: Promise<unknown>): Promise<DomainError> {
  try {
    const output = await work
    throw new Error(`This was allowed: ${JSON.stringify(output)}`)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

/** `ok`, or the code of the refusal. What is no refusal is thrown. */
export async function answerOf(work: Promise<unknown>): Promise<'ok' | ErrorCode> {
  try {
    await work
    return 'ok'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

/** How often each answer was given. */
export async function answers(works: Promise<unknown>[]): Promise<Record<string, number>> {
  const tally: Record<string, number> = {}
  for (const answer of await Promise.all(works.map(answerOf))) tally[answer] = (tally[answer] ?? 0) + 1
  return tally
}

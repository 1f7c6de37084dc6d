import type { Page, PageRequest } from '@/lib/core/page'

/** Walks a list to its end and back to its beginning. Pages are returned in reading order both times. */
export async function walk<Row>(
  list: (request: PageRequest) => Promise<Page<Row>>,
): Promise<{ forth: Row[][]; back: Row[][] }> {
  let page = await list({})
  const forth = [page.rows]
  while (page.next) {
    page = await list({ after: page.next })
    forth.push(page.rows)
  }
  const back = [page.rows]
  while (page.previous) {
    page = await list({ before: page.previous })
    back.unshift(page.rows)
  }
  return { forth, back }
}

/** Runs once when a server process starts: a portal that is not configured does not open its doors. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ environment }, { guardIncoming }, { followClock }] = await Promise.all([
    import('@/lib/core/env'),
    import('@/lib/web/incoming'),
    import('@/lib/core/demo-clock'),
  ])
  environment()
  guardIncoming()
  await followClock()
}

/** What nobody expected, under the number the error page shows. */
export async function onRequestError(
  error: unknown,
  request: { headers: Record<string, string | string[] | undefined> },
  context: { routePath: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/core/log')
  const { digest } = error as { digest?: string }
  // The route's pattern, never the path: paths of invitations are secrets.
  log.error(
    { err: error, digest, route: context.routePath, requestId: request.headers['x-request-id'] },
    'request failed',
  )
}

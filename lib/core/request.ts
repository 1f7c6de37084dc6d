/** What is known of the request an operation runs for. Outside a request (seed, worker) all of it is null. */
export interface RequestFacts {
  requestId: string | null
  ipAddress: string | null
  userAgent: string | null
  /** Of the browser's cookies: what recognizes it, and the sign-in it has begun. Never logged. */
  deviceToken?: string | null
  pendingToken?: string | null
  /** Of a browser that was sent to an issuer. */
  errandToken?: string | null
}

export const noRequest: RequestFacts = { requestId: null, ipAddress: null, userAgent: null }

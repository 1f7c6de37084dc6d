/** What the processes of a run are told by the set-up, through the environment. */
export interface Run {
  directory: string
  mailDirectory: string
  clusterUrl: string
  /** May have the server log the statements of a database. */
  superuserUrl: string
  databaseLog: string
  smtpUrl: string
  /** An OpenID Connect issuer on another site, with any number of issuers below it. */
  issuerOrigin: string
  /** Of the portal that most tests share. */
  origin: string
  ownerUrl: string
  applicationUrl: string
  /** Everybody's password in the world of the tests. */
  password: string
  passwordHash: string
}

const name = 'TANDEM_E2E_RUN'

export function announceRun(run: Run): void {
  process.env[name] = JSON.stringify(run)
  process.env.TANDEM_TEST_PASSWORD_HASH = run.passwordHash
}

export function currentRun(): Run {
  const told = process.env[name]
  if (!told) throw new Error('There is no run: the tests are started with `playwright test`.')
  return JSON.parse(told) as Run
}

/** Points the application's own code, which tests use to arrange their world, to a portal's database. */
export function workWith({
  origin,
  ownerUrl,
  applicationUrl,
}: Pick<Run, 'origin' | 'ownerUrl' | 'applicationUrl'>): void {
  Object.assign(process.env, {
    APP_ORIGIN: origin,
    APPLICATION_DATABASE_URL: applicationUrl,
    TANDEM_TEST_OWNER_URL: ownerUrl,
  })
}

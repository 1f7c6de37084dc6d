import { defineConfig } from 'prisma/config'

// For `prisma <command> --config prisma/config.ts`. Nothing in the portal needs the Prisma command line except
// `npm run generate`; people who have its native engine can use the rest (`migrate deploy`, `studio`) as well.
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})

import { randomBytes } from 'node:crypto'

// What the application's code reads from outside, before any of it is loaded.

Object.assign(process.env, {
  NODE_ENV: 'test',
  APP_MODE: 'development',
  APP_ORIGIN: 'http://localhost:3999',
  AUTH_SECRET: randomBytes(48).toString('base64'),
  DATABASE_POOL_SIZE: '20',
})
// The owner's connection is not the application's business, and mail goes out only where a test says so.
delete process.env.DATABASE_URL
delete process.env.SMTP_URL

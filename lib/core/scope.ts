import { Prisma } from './db'

/**
 * Wall one of two around a tenant: the part of a query that keeps foreign rows out. Every scope of the domain is made
 * here, so that the test of wall two (row-level security) can take this one away and see that nothing leaks.
 */
export const wallOne = { standing: true }

/** Marks a filter as a tenant scope. */
export function scope<Where extends object>(where: Where): Where {
  return wallOne.standing ? where : ({} as Where)
}

/** The same for a condition in SQL. */
export function scopeSql(condition: Prisma.Sql): Prisma.Sql {
  return wallOne.standing ? condition : Prisma.sql`true`
}

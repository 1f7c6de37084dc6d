import { day } from '@/lib/core/clock'

/** So far a demo can look into the future; beyond that terms of three years end outside of what people call a date. */
export const furthest = 30 * 366 * day

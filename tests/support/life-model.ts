/**
 * The life of a subscription a second time, from the words of spec 3.8 alone: whole days since 1970, whole cents, every seat
 * on its own. Nothing of lib is used, so that the two can only agree by both being right.
 */

export type Term = 'P1M' | 'P1Y' | 'P3Y'
export type Cycle = 'Monthly' | 'Annual'
export interface Price {
  term: Term
  cycle: Cycle
  cents: number
}

const dayLength = 86_400_000
const weekLength = 7 * dayLength
const dayOf = (moment: number) => Math.floor(moment / dayLength)

interface Seat {
  added: number
  paid: number
}

export interface Facts {
  status: string
  quantity: number
  autoRenew: boolean
  nextQuantity: number | null
  termEndsOn: number
  periodEndsOn: number
  billed: number
  reducible: number
}

export type Wish =
  | { act: 'quantity'; to: number }
  | { act: 'suspend' | 'reactivate' | 'cancel' }
  | { act: 'schedule'; autoRenew: boolean; quantity: number; term: Term; cycle: Cycle }

export class LifeModel {
  private status = 'active'
  private since: number
  private seats: Seat[]
  private anchor: number
  private termStart: number
  private termEnd: number
  private periodStart: number
  private periodEnd: number
  private auto = true
  private next: { quantity: number | null; term: Term | null; cycle: Cycle | null } = none()
  private billed = 0

  constructor(
    private readonly prices: readonly Price[],
    private readonly limits: { min: number; max: number },
    private price: Price,
    startDay: number,
    quantity: number,
  ) {
    this.since = this.termStart = startDay * dayLength
    this.seats = Array.from({ length: quantity }, () => ({ added: this.since, paid: price.cents }))
    this.anchor = calendar(startDay).date
    this.periodStart = startDay
    this.termEnd = monthsOn(startDay, termMonths[price.term], this.anchor)
    this.periodEnd = Math.min(this.termEnd, monthsOn(startDay, cycleMonths[price.cycle], this.anchor))
  }

  facts(now: number): Facts {
    return {
      status: this.status,
      quantity: this.seats.length,
      autoRenew: this.auto,
      nextQuantity: this.next.quantity,
      termEndsOn: this.termEnd,
      periodEndsOn: this.periodEnd,
      billed: this.billed,
      reducible: this.seats.filter(({ added }) => now < added + weekLength).length,
    }
  }

  /** Everything time does until this moment. */
  passTo(now: number): void {
    while (this.passOne(now));
  }

  private passOne(now: number): boolean {
    if (this.status === 'expired' && this.since + 30 * dayLength <= now)
      return this.enter('disabled', this.since + 30 * dayLength)
    if (this.status === 'disabled' && this.since + 90 * dayLength <= now)
      return this.enter('deleted', this.since + 90 * dayLength)
    if (this.status !== 'active' && this.status !== 'suspended') return false
    if (this.periodEnd < this.termEnd && this.periodEnd <= dayOf(now)) return this.bill()
    if (this.termEnd > dayOf(now)) return false
    if (this.status === 'suspended') return this.enter('disabled', this.termEnd * dayLength)
    return this.auto ? this.renew() : this.enter('expired', this.termEnd * dayLength)
  }

  private enter(status: string, since: number): true {
    this.status = status
    this.since = since
    if (status !== 'active') this.next = { ...none(), cycle: this.next.cycle }
    return true
  }

  private bill(): true {
    this.billed += this.price.cents * this.seats.length
    this.periodStart = this.periodEnd
    this.periodEnd = Math.min(this.termEnd, monthsOn(this.periodStart, cycleMonths[this.price.cycle], this.anchor))
    return true
  }

  private renew(): true {
    const wanted = { term: this.next.term ?? this.price.term, cycle: this.next.cycle ?? this.price.cycle }
    const found = this.prices.find(({ term, cycle }) => term === wanted.term && cycle === wanted.cycle)
    if (found) this.price = found
    const quantity = this.next.quantity ?? this.seats.length
    const start = this.termEnd
    this.next = none()
    this.termStart = start * dayLength
    this.seats = Array.from({ length: quantity }, () => ({ added: this.termStart, paid: this.price.cents }))
    this.termEnd = monthsOn(start, termMonths[this.price.term], this.anchor)
    this.periodStart = start
    this.periodEnd = Math.min(this.termEnd, monthsOn(start, cycleMonths[this.price.cycle], this.anchor))
    this.billed += this.price.cents * quantity
    return true
  }

  /** What is answered to a wish at this moment; `ok` has happened. */
  wish(wish: Wish, now: number): string {
    this.passTo(now)
    if (wish.act === 'quantity') return this.changeTo(wish.to, now)
    if (wish.act === 'cancel') return this.cancel(now)
    if (wish.act === 'schedule') return this.schedule(wish, now)
    const [from, to] = wish.act === 'suspend' ? ['active', 'suspended'] : ['suspended', 'active']
    if (this.status !== from) return 'transition_refused'
    return this.enter(to as string, now) && 'ok'
  }

  private changeTo(to: number, now: number): string {
    if (this.status !== 'active') return 'subscription_not_active'
    const more = to - this.seats.length
    if (more === 0) return 'input_invalid'
    if (to < this.limits.min || to > this.limits.max) return 'quantity_out_of_range'
    if (more > 0) {
      const whole = monthsOn(this.periodStart, cycleMonths[this.price.cycle], this.anchor) - this.periodStart
      const paid = part(this.price.cents, this.periodEnd - dayOf(now), whole)
      for (let seat = 0; seat < more; seat += 1) this.seats.push({ added: now, paid })
      this.billed += more * paid
    } else {
      const open = this.seats.filter(({ added }) => now < added + weekLength)
      if (open.length < -more) return 'seats_not_reducible'
      open.sort((one, other) => this.worth(other, now) - this.worth(one, now) || one.added - other.added)
      const going = new Set(open.slice(0, -more))
      for (const seat of going) this.billed -= this.worth(seat, now)
      this.seats = this.seats.filter((seat) => !going.has(seat))
    }
    this.next = none()
    return 'ok'
  }

  private worth({ added, paid }: Seat, now: number): number {
    const inPeriod = added >= this.periodStart * dayLength
    if (now - added < dayLength) return inPeriod ? paid : paid + this.price.cents
    const left = this.periodEnd - dayOf(now)
    if (inPeriod) return part(paid, left, this.periodEnd - dayOf(added))
    return part(this.price.cents, left, this.periodEnd - this.periodStart)
  }

  private cancel(now: number): string {
    if (this.status !== 'active' && this.status !== 'suspended') return 'transition_refused'
    if (now >= this.termStart + weekLength) return 'cancellation_window_passed'
    for (const seat of this.seats) this.billed -= this.worth(seat, now)
    this.enter('deleted', now)
    for (const seat of this.seats) seat.added = Number.NEGATIVE_INFINITY
    return 'ok'
  }

  private schedule(wish: Extract<Wish, { act: 'schedule' }>, now: number): string {
    if (this.status !== 'active') return 'subscription_not_active'
    if (now > this.termEnd * dayLength - dayLength) return 'renewal_locked'
    if (!wish.autoRenew) {
      this.auto = false
      this.next = none()
      return 'ok'
    }
    if (wish.quantity < this.limits.min || wish.quantity > this.limits.max) return 'quantity_out_of_range'
    const same = wish.term === this.price.term && wish.cycle === this.price.cycle
    if (!same && !this.prices.some(({ term, cycle }) => term === wish.term && cycle === wish.cycle))
      return 'offer_unavailable'
    this.auto = true
    this.next = {
      quantity: wish.quantity === this.seats.length ? null : wish.quantity,
      term: wish.term === this.price.term ? null : wish.term,
      cycle: wish.cycle === this.price.cycle ? null : wish.cycle,
    }
    return 'ok'
  }
}

const none = () => ({ quantity: null, term: null, cycle: null })
const termMonths = { P1M: 1, P1Y: 12, P3Y: 36 }
const cycleMonths = { Monthly: 1, Annual: 12 }

/** A part of an amount, half a cent up. */
function part(cents: number, days: number, ofDays: number): number {
  return Math.floor((2 * cents * days + ofDays) / (2 * ofDays))
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOf = (year: number, month: number) => (month === 1 && isLeap(year) ? 29 : (lengths[month] ?? 0))

function calendar(day: number): { year: number; month: number; date: number } {
  let [year, rest] = [1970, day]
  for (; rest >= (isLeap(year) ? 366 : 365); year += 1) rest -= isLeap(year) ? 366 : 365
  let month = 0
  for (; rest >= lengthOf(year, month); month += 1) rest -= lengthOf(year, month)
  return { year, month, date: rest + 1 }
}

function monthsOn(day: number, months: number, anchor: number): number {
  let { year, month, date } = calendar(day)
  let result = day - date + 1
  for (let count = 0; count < months; count += 1) {
    result += lengthOf(year, month)
    month += 1
    if (month === 12) [year, month] = [year + 1, 0]
  }
  date = Math.min(anchor, lengthOf(year, month))
  return result + date - 1
}

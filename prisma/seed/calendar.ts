import { clock, day, minute } from '@/lib/core/clock'

/** How a story of the past says when something happens. All times are UTC. */
export interface Calendar {
  /** Waits for a time of day (hh:mm) so many days before today. */
  on(daysAgo: number, timeOfDay: string): Promise<void>
  /** Lets minutes go by. */
  later(minutes: number): Promise<void>
  /** Waits until so many minutes before the telling began. */
  minutesAgo(minutes: number): Promise<void>
}

export type Story = (calendar: Calendar) => Promise<void>

/**
 * Tells stories side by side, scene by scene in the order of time, with the portal's clock at the moment of each scene.
 * A scene lasts from one wait of its story to the next. Lists are sorted by ids that grow as rows are written, so what
 * happened first must be written first, whichever story it belongs to.
 */
export async function tellInOrder(stories: readonly Story[], afterEachScene: () => Promise<void>): Promise<void> {
  const telling = new Telling()
  const realTime = clock.now
  try {
    for (const story of stories) await telling.begin(story)
    while (await telling.playNextScene()) await afterEachScene()
  } finally {
    clock.now = realTime
  }
}

interface Scene {
  moment: number
  play(): void
}

class Telling implements Calendar {
  private readonly beganAt = Date.now()
  private readonly today = this.beganAt - (this.beganAt % day)
  private readonly coming: Scene[] = []
  private moment = Number.NEGATIVE_INFINITY
  private endScene = () => {}
  private failScene: (reason: unknown) => void = () => {}

  // Arrow functions, because stories take these out of the calendar: `async ({ on }) => …`.
  on = (daysAgo: number, timeOfDay: string): Promise<void> => {
    const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number)
    return this.until(this.today - daysAgo * day + (hours * 60 + minutes) * minute)
  }

  later = (minutes: number): Promise<void> => this.until(this.moment + minutes * minute)

  minutesAgo = (minutes: number): Promise<void> => this.until(this.beganAt - minutes * minute)

  /** Plays what stands before the first wait of a story. */
  begin(story: Story): Promise<void> {
    return this.scene(() => {
      story(this).then(
        () => this.endScene(),
        (reason: unknown) => this.failScene(reason),
      )
    })
  }

  /** Returns whether there was one. */
  async playNextScene(): Promise<boolean> {
    const next = this.coming.sort((one, other) => one.moment - other.moment).shift()
    if (!next) return false
    const curtain = Date.now()
    this.moment = next.moment
    clock.now = () => new Date(next.moment + Date.now() - curtain)
    await this.scene(next.play)
    return true
  }

  private until(moment: number): Promise<void> {
    return new Promise((play, refuse) => {
      if (moment < this.moment || moment > this.beganAt) {
        refuse(new Error(`The story goes back, or ahead of us, to ${new Date(moment).toISOString()}.`))
        return
      }
      this.coming.push({ moment, play })
      this.endScene()
    })
  }

  private scene(begin: () => void): Promise<void> {
    return new Promise((end, fail) => {
      this.endScene = end
      this.failScene = fail
      begin()
    })
  }
}

import type { CalendarDate } from '../../../shared/calendar.ts'
import { idOf } from './random.ts'

/** Seconds after midnight UTC at which the first thing of a day is recorded, and how long each takes. */
const dayBegins = 2 * 3_600
const stepTakes = 30
const dayEnds = 86_399

/**
 * The clock and the ids of the sample cooperative. Both depend on the step alone, never on how often or when they are
 * asked: what the program does in the background cannot change a byte of the book.
 */
export class SampleClock {
  readonly #seed: string
  #date: CalendarDate
  #step = 0
  #ofDay = 0
  #ids = 0

  constructor(seed: string, startsOn: CalendarDate) {
    this.#seed = seed
    this.#date = startsOn
  }

  /** Goes on to the next step, on its day. */
  turnTo(date: CalendarDate): void {
    this.#ofDay = date === this.#date ? this.#ofDay + 1 : 0
    this.#date = date
    this.#step += 1
    this.#ids = 0
  }

  readonly today = (): CalendarDate => this.#date

  readonly now = (): string => {
    const second = Math.min(dayBegins + this.#ofDay * stepTakes, dayEnds)
    const [hours, minutes, seconds] = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60]
    const time = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')
    return `${this.#date}T${time}.000Z`
  }

  readonly newId = (): string => {
    this.#ids += 1
    return idOf(`${this.#seed} ${this.#step} ${this.#ids}`)
  }
}

/** The units of a cooperative, by the keys the book has for them. */
export const units = ['general', 'usp', 'shop'] as const
export type Unit = (typeof units)[number]

/** The unit that a text names, undefined where it names none. */
export function unitNamed(text: string | null): Unit | undefined {
  return units.find((unit) => unit === text)
}

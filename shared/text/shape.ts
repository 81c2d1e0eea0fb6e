/** The same keys with any text: what a translation must offer, no more and no less. */
export type Shape<Dictionary> = {
  readonly [Key in keyof Dictionary]: Dictionary[Key] extends string ? string : Shape<Dictionary[Key]>
}

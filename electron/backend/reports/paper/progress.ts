/** How far a paper is: the book is read, its pages are planned, and drawn; so many parts or pages of so many. */
export interface PaperProgress {
  readonly stage: 'reading' | 'planning' | 'drawing'
  readonly done: number
  readonly of: number
}

export type Tell = (progress: PaperProgress) => void

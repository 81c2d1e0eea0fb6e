import { z } from 'zod'
import { withChoices } from './alternatives.ts'
import { always } from './issue-words.ts'
import { programFilesMax } from './program-file.ts'

const pathLengthMax = 4_096
const nameLengthMax = 1_000
/** Enough for a file that is too large to be told so by its name. */
const base64LengthMax = 4_000_000

/** One file somebody chose: where it lies on this machine, or its name with its content. */
const chosenFileSchema = withChoices(
  z.strictObject({
    path: z
      .string(always('not_text'))
      .min(1, 'required')
      .max(pathLengthMax, 'too_long')
      .refine((path) => !path.includes('\0'), 'control_character')
      .optional(),
    name: z.string(always('not_text')).min(1, 'required').max(nameLengthMax, 'too_long').optional(),
    base64: z.base64(always('not_base64')).max(base64LengthMax, 'program_file_too_large_to_send').optional(),
  }),
  [{ needs: ['path'] }, { needs: ['name', 'base64'] }],
)
export type ChosenFile = z.infer<typeof chosenFileSchema>

/** The programme files that are merged, in any order. */
export const programFilesSchema = z
  .array(chosenFileSchema)
  .min(1, 'no_program_files')
  .max(programFilesMax, 'too_many_program_files')

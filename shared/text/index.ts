import { app as appEn } from './en/app.ts'
import { errors as errorsEn } from './en/errors.ts'
import { ui as uiEn } from './en/ui.ts'
import { app } from './id/app.ts'
import { errors } from './id/errors.ts'
import { ui } from './id/ui.ts'
import type { Shape } from './shape.ts'

/** Every word of the screens, by area; Indonesian is the source language. A new area is a line in each of the two. */
export const id = { app, error: errors, ui } as const

export const en: Shape<typeof id> = { app: appEn, error: errorsEn, ui: uiEn }

/** What the type of `t` is made of: an unknown key or a missing variable does not compile. */
export type Texts = typeof id

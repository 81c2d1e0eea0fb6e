import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Member } from './village.ts'
import { expect } from './window.ts'

/** Presses keys one after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Says yes to the question that stands over the screen, once its harmless answer has the focus. */
export async function sayYes(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
  await press(page, 'Tab', 'Enter')
}

/** Types a member's number where a form asks who, and goes on; answers her name. */
export async function pickMember(page: Page, member: Member | undefined): Promise<string> {
  const { number = '', name = '' } = member ?? {}
  await expect(page.getByRole('combobox', { name: 'Anggota' })).toBeFocused()
  await page.keyboard.type(number)
  await expect(page.getByRole('option', { name })).toBeVisible()
  await press(page, 'Enter')
  return name
}

/** What stands on a screen after something was saved. */
export const notice = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Tersimpan' })

/**
 * What axe finds on the screen as it is now. No screen has frames: without looking for them axe opens no second page to
 * put its findings together.
 */
export async function foundByAxe(page: Page, ...without: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await axe.disableRules([...without]).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

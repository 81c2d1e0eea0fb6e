import { expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { openFundBook } from '../support/funds.ts'

test('an answer that breaks the contract keeps nothing of what was done: that nothing was saved is true', async () => {
  const book = await openFundBook()
  const { fundId } = await book.fund()
  const { database } = book.desk.app().file
  // More than a number holds exactly, as no way of the program writes it.
  database.prepare('UPDATE fund_budget SET planned = 9000000000000000').run()
  const kept = () => database.prepare('SELECT name FROM fund WHERE id = ?').get(fundId)
  const requests = () => database.prepare('SELECT count(*) AS n FROM request').get()
  const before = requests()
  const refusal = await refusalOf(book.api.funds.update({ requestId: requestId(), fundId, name: 'Nama lain' }))
  expect(refusal).toMatchObject({ code: 'INTERNAL' })
  expect(refusal.message).toContain('Tidak ada yang tersimpan')
  expect(kept()).toEqual({ name: 'Pelatihan perempuan' })
  expect(requests()).toEqual(before)
  expect(book.bugs).toMatchObject([{ message: 'the answer breaks the contract', cause: [{ path: ['planned'] }] }])
  await book.close()
})

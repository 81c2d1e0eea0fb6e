import fc from 'fast-check'

const date = fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2028-02-29')
const amount = fc.integer({ min: 1, max: 9_000_000_00 })
const cashAccount = fc.constantFrom('11101', '11201', '11401')
const borrowing = fc.record({
  borrowingId: fc.uuid(),
  account: fc.constantFrom('27101', '27105', '27201', '33101'),
  lender: fc.constantFrom('Bank', 'LPDB'),
})

export const receipt = fc.record({ date, borrowing, amount, cashAccount })
export const payment = fc.record({ date, borrowing, cashAccount, principal: amount, interest: fc.nat({ max: 900_00 }) })

import { borrow, contribute, previewBorrowing } from '../services/capital/borrow.ts'
import { getBorrowing, listBorrowings } from '../services/capital/records.ts'
import { payShare, repay, returnCapital } from '../services/capital/repay.ts'
import { os, reads, writes } from './base.ts'

export const capital = {
  borrow: os.capital.borrow.handler(writes(borrow)),
  previewBorrowing: os.capital.previewBorrowing.handler(reads(previewBorrowing)),
  repay: os.capital.repay.handler(writes(repay)),
  contribute: os.capital.contribute.handler(writes(contribute)),
  return: os.capital.return.handler(writes(returnCapital)),
  payShare: os.capital.payShare.handler(writes(payShare)),
  borrowings: os.capital.borrowings.handler(reads(listBorrowings)),
  borrowing: os.capital.borrowing.handler(reads(getBorrowing)),
}

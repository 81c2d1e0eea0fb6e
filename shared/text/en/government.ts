import type { government as id } from '../id/government.ts'
import type { Shape } from '../shape.ts'

export const government: Shape<typeof id> = {
  annual: {
    cover: 'Annual Report of the Cooperative',
    coverYear: 'Book Year {{year}}',
    to: 'Handed to the government office for cooperatives',
    sheet: 'Report Sheet of the Annual Meeting',
    meetingPapers: 'Papers of the Annual Meeting',
    finance: 'Financial Statements and Health Score',
  },
  quarterly: {
    cover: 'Financial Statements of a Quarter',
    quarter: 'Quarter {{number}} of {{year}}',
    surplus: 'Statement of Surplus, Quarter {{number}}',
    surplusSoFar: 'Statement of Surplus since the Beginning of the Year',
    loans: 'Loans by Class',
    halfYear: 'The statement since the beginning of the year is the report of the half-year January to June as well.',
    open: 'This quarter is not over: figures go as far as the day this was made.',
    noLoans: 'No loans are outstanding.',
  },
  numbers: { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' },
  heading: {
    identity: 'Cooperative',
    meeting: 'Annual meeting',
    members: 'Members',
    figures: 'Finance and business',
    staff: 'Staff',
  },
  identity: { name: 'Name of the cooperative', address: 'Address' },
  meetingNumber: 'Annual meeting no.',
  staffFemale: 'Staff, women (persons)',
  staffMale: 'Staff, men (persons)',
  volume: 'Volume of business',
  granted: 'Loans granted',
  sheetNotes: [
    'Own capital = equity; outside capital = liabilities, as in the balance sheet.',
    'Volume of business = gross participation of members and income from non-members.',
    'What is left empty is written by hand: the book does not hold it.',
  ],
}

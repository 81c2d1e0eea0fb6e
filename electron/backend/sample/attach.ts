import { Buffer } from 'node:buffer'
import type { AskedReport } from '../../../shared/contract/reports.ts'
import type { Client } from './call.ts'

type Subject = Parameters<Client['attachments']['add']>[0]['subject']

/** The paper that stands for the scan of a signed one, and what it hangs on. */
interface Paper {
  readonly subject: Subject
  readonly report: AskedReport
  readonly name: string
}

/** Hangs signed papers on what rests on them: the agreement of the first loan, and the first report to a donor. */
export async function attachPapers(api: Client): Promise<void> {
  for (const [index, { subject, report, name }] of (await papers(api)).entries()) {
    const file = await api.reports.pdf(report)
    const base64 = Buffer.from(await file.bytes()).toString('base64')
    await api.attachments.add({ requestId: `contoh-lampiran-${index + 1}`, subject, name, base64 })
  }
}

async function papers(api: Client): Promise<Paper[]> {
  const [fund] = (await api.funds.list({ limit: 1 })).rows
  const [loan] = (await api.loans.list({ limit: 1 })).rows
  return [
    ...(loan
      ? [
          {
            subject: { kind: 'loan' as const, id: loan.loanId },
            report: { report: 'loanAgreement' as const, params: { loanId: loan.loanId } },
            name: 'perjanjian ditandatangani.pdf',
          },
        ]
      : []),
    ...(fund
      ? [
          {
            subject: { kind: 'fund' as const, id: fund.fundId },
            report: { report: 'fundReport' as const, params: { fundId: fund.fundId } },
            name: 'laporan dikirim ke pemberi dana.pdf',
          },
        ]
      : []),
  ]
}

import { runReport } from '../reports/index.ts'
import { listReports, reportFile, reportPicture } from '../services/reports.ts'
import { os, reads } from './base.ts'

export const reports = {
  list: os.reports.list.handler(({ input }) => listReports(input)),
  run: os.reports.run.handler(reads(runReport)),
  pdf: os.reports.pdf.handler(({ input, context, signal }) => reportFile(context.desk.app(), input, 'pdf', signal)),
  picture: os.reports.picture.handler(reads(reportPicture)),
  sheet: os.reports.sheet.handler(({ input, context, signal }) =>
    reportFile(context.desk.app(), input, 'xlsx', signal),
  ),
}

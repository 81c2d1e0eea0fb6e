import { progressOf } from '../services/making.ts'
import { bookVolumes, listReports, reportFile, reportPicture, reportStatement } from '../services/reports.ts'
import { os, reads } from './base.ts'

export const reports = {
  list: os.reports.list.handler(({ input }) => listReports(input)),
  run: os.reports.run.handler(({ input, context, signal }) => reportStatement(context.desk.app(), input, signal)),
  pdf: os.reports.pdf.handler(({ input, context, signal }) => reportFile(context.desk.app(), input, 'pdf', signal)),
  volumes: os.reports.volumes.handler(({ input, context, signal }) => bookVolumes(context.desk.app(), input, signal)),
  progress: os.reports.progress.handler(async ({ input }) => progressOf(input)),
  picture: os.reports.picture.handler(reads(reportPicture)),
  sheet: os.reports.sheet.handler(({ input, context, signal }) =>
    reportFile(context.desk.app(), input, 'xlsx', signal),
  ),
}

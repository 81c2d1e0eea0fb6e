import { homeSummary } from '../services/home.ts'
import { os } from './base.ts'

export const home = {
  summary: os.home.summary.handler(({ context, input }) => homeSummary(context.desk.app(), input)),
}

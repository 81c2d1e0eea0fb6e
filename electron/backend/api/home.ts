import { homeSummary } from '../services/home.ts'
import { os, reads } from './base.ts'

export const home = { summary: os.home.summary.handler(reads(homeSummary)) }

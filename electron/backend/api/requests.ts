import { undoRequest } from '../services/requests.ts'
import { os, writes } from './base.ts'

export const requests = {
  undo: os.requests.undo.handler(writes(undoRequest)),
}

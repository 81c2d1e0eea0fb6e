import { postOpening } from '../services/opening.ts'
import { os, writes } from './base.ts'

export const opening = {
  post: os.opening.post.handler(writes(postOpening)),
}

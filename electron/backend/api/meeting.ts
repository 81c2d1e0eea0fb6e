import { getMeeting, setMeeting, setMeetingText } from '../services/meeting/meeting.ts'
import { os, reads, writes } from './base.ts'

export const meeting = {
  get: os.meeting.get.handler(reads(getMeeting)),
  set: os.meeting.set.handler(writes(setMeeting)),
  setText: os.meeting.setText.handler(writes(setMeetingText)),
}

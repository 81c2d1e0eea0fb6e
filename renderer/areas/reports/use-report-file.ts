import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { AskedReport } from '../../../shared/contract/reports.ts'
import { hostFile } from '../../app/paper.ts'
import { client } from '../../client.ts'
import { host } from '../../host.ts'

export type Use = 'print' | 'pdf' | 'sheet'

/** Makes a report's file and prints or keeps it; `stop` gives up on one that takes too long. */
export function useReportFile(asked: AskedReport | undefined) {
  const stopper = useRef<AbortController>(undefined)
  const making = useMutation({
    mutationFn: async (use: Use) => {
      if (asked === undefined) return
      stopper.current = new AbortController()
      const { signal } = stopper.current
      const made = use === 'sheet' ? client.reports.sheet(asked, { signal }) : client.reports.pdf(asked, { signal })
      const file = await hostFile(await made)
      if (use === 'print') await host.printFile(file)
      else await host.saveFile(file)
    },
    meta: { readsOnly: true },
  })
  return { making, stop: () => stopper.current?.abort() }
}

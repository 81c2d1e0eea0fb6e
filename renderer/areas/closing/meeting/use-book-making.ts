import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AskedBook } from '../../../../shared/contract/reports.ts'
import type { HostFile } from '../../../../shared/host.ts'
import { hostFile } from '../../../app/paper.ts'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { host } from '../../../host.ts'

/** How often it is asked how far the book is: often enough to be seen, seldom enough not to slow it. */
const askEveryMs = 400

/**
 * Makes a book, says meanwhile how far it is, and hands its one file to the printer or the disk. A book of several
 * volumes is handed out volume by volume: they are what is answered.
 */
export function useBookMaking(asked: AskedBook) {
  const stopper = useRef<AbortController>(undefined)
  const [makingId, setMakingId] = useState('')
  const making = useMutation({
    mutationFn: async (use: 'print' | 'keep'): Promise<readonly HostFile[]> => {
      const id = crypto.randomUUID()
      setMakingId(id)
      const controller = new AbortController()
      stopper.current = controller
      const made = await client.reports
        .volumes({ ...asked, makingId: id }, { signal: controller.signal })
        .catch((error: unknown) => {
          // Whoever gave it up knows; it is no failure to complain of.
          if (controller.signal.aborted) return { files: [] }
          throw error
        })
      const files = await Promise.all(made.files.map(hostFile))
      const [file] = files
      if (files.length > 1 || !file) return files
      if (use === 'print') await host.printFile(file)
      else await host.saveFile(file)
      return []
    },
    meta: { readsOnly: true },
  })
  const progress = useQuery({
    ...orpc.reports.progress.queryOptions({ input: { makingId } }),
    enabled: making.isPending && makingId !== '',
    refetchInterval: askEveryMs,
    gcTime: 0,
  })
  return { making, progress: progress.data, stop: () => stopper.current?.abort() }
}

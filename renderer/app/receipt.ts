import { useMutation } from '@tanstack/react-query'
import { client } from '../client.ts'
import { host } from '../host.ts'
import { useText } from '../ui/text.ts'
import { hostFile } from './paper.ts'

/** The printed voucher of an entry: to the printer, or as a PDF to keep and pass on. */
export function useReceipt(entryId: string) {
  const { language } = useText()
  return useMutation({
    mutationFn: async (to: 'print' | 'save') => {
      const file = await hostFile(await client.reports.pdf({ report: 'receipt', params: { entryId }, language }))
      if (to === 'print') await host.printFile(file)
      else await host.saveFile(file)
    },
    // Nothing was written: the figures on the screen stay as they are.
    meta: { readsOnly: true },
  })
}

import { useMutation } from '@tanstack/react-query'
import { client } from '../client.ts'
import { host } from '../host.ts'
import { useText } from '../ui/text.ts'
import { hostFile } from './paper.ts'
import { pictureFile } from './picture/draw.ts'

/** The voucher of an entry: to the printer, or as a PDF or a picture to keep and pass on. */
export function useReceipt(entryId: string) {
  const { language } = useText()
  return useMutation({
    mutationFn: async (to: 'print' | 'save' | 'picture') => {
      const asked = { report: 'receipt', params: { entryId }, language } as const
      if (to === 'picture') {
        await host.saveFile(await pictureFile(await client.reports.picture(asked)))
        return
      }
      const file = await hostFile(await client.reports.pdf(asked))
      if (to === 'print') await host.printFile(file)
      else await host.saveFile(file)
    },
    // Nothing was written: the figures on the screen stay as they are.
    meta: { readsOnly: true },
  })
}

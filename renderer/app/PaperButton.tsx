import { Button, type ButtonProps, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { AskedReport } from '../../shared/contract/reports.ts'
import { client } from '../client.ts'
import { host } from '../host.ts'
import { useFailureSentence } from '../ui/use-failure-sentence.ts'
import { hostFile } from './paper.ts'

interface PaperButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly asked: AskedReport
  readonly label: string
  /** Read out instead of the label, where several buttons say the same. */
  readonly name?: string
  /** Keeps the page as a file instead of printing it. */
  readonly isKept?: boolean
  /** Keeps it as a spreadsheet. */
  readonly isSheet?: boolean
  /** Gets the focus in the notice of what was just saved. */
  readonly isFirst?: boolean
}

/** Prints one report, or keeps it as a PDF or a spreadsheet. */
export function PaperButton({
  asked,
  label,
  name,
  isKept,
  isSheet,
  isFirst,
  variant = 'default',
  size = 'md',
}: PaperButtonProps) {
  const say = useFailureSentence()
  const paper = useMutation({
    mutationFn: async () => {
      const file = await hostFile(await (isSheet ? client.reports.sheet(asked) : client.reports.pdf(asked)))
      if (isKept || isSheet) await host.saveFile(file)
      else await host.printFile(file)
    },
    meta: { readsOnly: true },
  })
  return (
    <>
      <Button
        variant={variant}
        size={size}
        loading={paper.isPending}
        onClick={() => paper.mutate()}
        data-first={isFirst}
        {...(name !== undefined && { 'aria-label': name })}
      >
        {label}
      </Button>
      {paper.isError && (
        <Text role="alert" c="red.9" size="sm" maw="20rem">
          {say(paper.error)}
        </Text>
      )}
    </>
  )
}

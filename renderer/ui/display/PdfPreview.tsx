import { Group, Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '../text.ts'
import classes from './display.module.css'

interface PdfPreviewProps {
  readonly title: string
  /** Undefined while it is being made. */
  readonly file: Blob | undefined
  readonly hasFailed?: boolean
}

/** The printed page as it will come out. Shown by the browser's own viewer, from memory. */
export function PdfPreview({ title, file, hasFailed }: PdfPreviewProps) {
  const { t } = useText()
  const address = useAddress(file)
  if (hasFailed) return <Text role="alert">{t(($) => $.ui.pdf.failed)}</Text>
  if (address === undefined) {
    return (
      <Group role="status" gap="xs" p="md">
        <Loader size="sm" />
        <Text>{t(($) => $.ui.pdf.preparing)}</Text>
      </Group>
    )
  }
  if (!navigator.pdfViewerEnabled) return <Text>{t(($) => $.ui.pdf.cannotShow)}</Text>
  return <iframe className={classes.pdf} title={title} src={`${address}#navpanes=0&view=FitH`} />
}

/** An address for the file, for as long as it is on the screen. */
function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (file === undefined) return setAddress(undefined)
    const made = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

import { Button, type ButtonProps, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { AskedPicture } from '../../shared/contract/reports.ts'
import { client } from '../client.ts'
import { host } from '../host.ts'
import { useText } from '../ui/text.ts'
import { useFailureSentence } from '../ui/use-failure-sentence.ts'
import { pictureFile } from './picture/draw.ts'

interface PictureButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly asked: AskedPicture
}

/** Makes a picture of a card or slip that is light enough to be sent from a phone. */
export function PictureButton({ asked, variant = 'default', size = 'md' }: PictureButtonProps) {
  const { t } = useText()
  const say = useFailureSentence()
  const picture = useMutation({
    mutationFn: async () => {
      await host.saveFile(await pictureFile(await client.reports.picture(asked)))
    },
    meta: { readsOnly: true },
  })
  return (
    <>
      <Button variant={variant} size={size} loading={picture.isPending} onClick={() => picture.mutate()}>
        {t(($) => $.ui.saved.picture)}
      </Button>
      {picture.isError && (
        <Text role="alert" c="red.9" size="sm" maw="20rem">
          {say(picture.error)}
        </Text>
      )}
    </>
  )
}

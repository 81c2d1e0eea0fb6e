import { Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ItemAnswer } from '../../../../../shared/contract/items.ts'
import { NotAttached } from '../../../../app/attachments/AttachFile.tsx'
import { RemoveButton } from '../../../../app/attachments/RemoveButton.tsx'
import type { NotAttachable } from '../../../../app/attachments/read-attachment.ts'
import { reducedPhoto } from '../../../../app/attachments/reduced-photo.ts'
import { client } from '../../../../client.ts'
import { Complaint } from '../../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../../ui/display/Done.tsx'
import { useText } from '../../../../ui/text.ts'
import { Photo } from './Photo.tsx'
import classes from './photo.module.css'
import { usePhotos } from './use-photos.ts'

const accepted = 'image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp'

/** The photo of an item: chosen, changed for another one, taken away. */
export function ItemPhoto({ item: { itemId, name } }: { readonly item: ItemAnswer }) {
  const { t } = useText()
  const reset = useRef<() => void>(null)
  const [said, say] = useSaid()
  const [problem, setProblem] = useState<NotAttachable>()
  const photo = usePhotos([itemId]).get(itemId)
  const adding = useMutation({
    mutationFn: async (file: File) => {
      const read = await reducedPhoto(file)
      setProblem('problem' in read ? read : undefined)
      if ('problem' in read) return undefined
      const subject = { kind: 'item' as const, id: itemId }
      const kept = { name: read.name, base64: read.base64, photo: true as const }
      return await client.attachments.add({ requestId: crypto.randomUUID(), subject, ...kept })
    },
    onSuccess: (made) => made && say(t(($) => $.attachments.photo.made)),
  })
  const choose = (file: File | null) => {
    reset.current?.()
    if (file === null) return
    say(undefined)
    adding.mutate(file)
  }
  const title = t(($) => $.attachments.photo.title)
  return (
    <section aria-label={title}>
      <div className={classes.box}>
        {photo !== undefined && <Photo attachmentId={photo} alt={t(($) => $.attachments.photo.of, { name })} />}
        <Group gap="sm">
          <FileButton onChange={choose} accept={accepted} resetRef={reset} inputProps={{ tabIndex: -1 }}>
            {(props) => (
              <Button {...props} variant="default" loading={adding.isPending}>
                {photo === undefined ? t(($) => $.attachments.photo.choose) : t(($) => $.attachments.photo.change)}
              </Button>
            )}
          </FileButton>
          {photo !== undefined && <RemoveButton attachment={{ attachmentId: photo, name: title }} onSaid={say} />}
        </Group>
        {photo === undefined && (
          <Text size="sm" c="gray.7">
            {t(($) => $.attachments.photo.none)}
          </Text>
        )}
      </div>
      <Done key={said.count} sentence={said.sentence} />
      <Complaint error={adding.error} />
      {problem && <NotAttached problem={problem} />}
    </section>
  )
}

import { attachmentBytesMax, isShownPicture, megabytesOf } from '../../../shared/rules/attachment-type.ts'
import { type ChosenAttachment, type NotAttachable, readAttachment } from './read-attachment.ts'

/** A photo is shown small: so many dots on its longer side are enough, and lists stay quick. */
const sideMax = 800
/** Below this a picture is kept as it is. */
const lightEnough = 150_000
const quality = 0.85

/** A chosen photo, made small, as `attachments.add` takes it; what no screen shows is told at once. */
export async function reducedPhoto(file: File): Promise<ChosenAttachment | NotAttachable> {
  const { name, size } = file
  if (size > attachmentBytesMax) return { name, problem: 'tooLarge', megabytes: megabytesOf(size) }
  const read = await readAttachment(file)
  if ('problem' in read) return read
  if (!isShownPicture(read.type)) return { name, problem: 'noPhoto' }
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return { name, problem: 'noPhoto' }
  try {
    const scale = Math.min(1, sideMax / Math.max(bitmap.width, bitmap.height))
    if (scale === 1 && size <= lightEnough) return read
    return await readAttachment(new File([await drawnSmall(bitmap, scale)], name))
  } finally {
    bitmap.close()
  }
}

/** The picture alone: where and with which telephone it was taken is left behind. */
async function drawnSmall(bitmap: ImageBitmap, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(bitmap.width * scale))
  canvas.height = Math.max(1, Math.floor(bitmap.height * scale))
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) throw new Error('this browser does not draw')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const { promise, resolve, reject } = Promise.withResolvers<Blob>()
  const take = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('the picture could not be made')))
  canvas.toBlob(take, 'image/jpeg', quality)
  return promise
}

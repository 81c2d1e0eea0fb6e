import type { Picture } from '../../../shared/contract/report-answers.ts'
import type { HostFile } from '../../../shared/host.ts'
import { type Face, type Layout, layoutOf } from './layout.ts'

/** What a phone sends over a weak line without being asked twice: 200 KB. */
const bytesMax = 200_000

/** Smaller until it is light enough; the text is drawn anew each time, so it stays sharp. */
const scales = [1, 0.8, 0.65, 0.5] as const

const ink = '#111111'
const pale = '#555555'
const markColour = '#cccccc'

/** A picture of a card or slip as a PNG below 200 KB, ready to be sent. */
export async function pictureFile(picture: Picture): Promise<HostFile> {
  const family = window.getComputedStyle(document.body).fontFamily
  await Promise.all([document.fonts.load(`400 24px ${family}`), document.fonts.load(`700 24px ${family}`)])
  const layout = layoutOf(picture, measureWith(family))
  let blob: Blob | undefined
  for (const scale of scales) {
    blob = await png(drawn(layout, picture.mark, family, scale))
    if (blob.size <= bytesMax) break
  }
  if (!blob) throw new Error('no picture was drawn')
  return { name: picture.name, type: 'image/png', bytes: await blob.arrayBuffer() }
}

function fontOf({ size, isBold }: Face, family: string): string {
  return `${isBold ? 700 : 400} ${size}px ${family}`
}

function measureWith(family: string): (text: string, face: Face) => number {
  const pen = penOf(document.createElement('canvas'))
  return (text, face) => {
    pen.font = fontOf(face, family)
    return pen.measureText(text).width
  }
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) throw new Error('this browser does not draw')
  return pen
}

function drawn(layout: Layout, mark: string | null, family: string, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(layout.width * scale)
  canvas.height = Math.ceil(layout.height * scale)
  const pen = penOf(canvas)
  pen.scale(scale, scale)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, layout.width, layout.height)
  if (mark !== null) drawMark(pen, layout, mark, family)
  for (const { text, x, y, align, face } of layout.lines) {
    pen.font = fontOf(face, family)
    pen.textAlign = align
    pen.fillStyle = face.isPale ? pale : ink
    pen.fillText(text, x, y)
  }
  pen.fillStyle = ink
  for (const { y, thickness } of layout.rules) pen.fillRect(40, y, layout.width - 80, thickness)
  inFewGreys(pen, canvas)
  return canvas
}

/** Text needs few greys at its edges; fewer kinds of dots make a file half as heavy, and nobody sees the difference. */
const greyStep = 51

function inFewGreys(pen: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): void {
  const picture = pen.getImageData(0, 0, width, height)
  const { data } = picture
  for (let place = 0; place < data.length; place += 4) {
    const grey = Math.floor(((data[place] ?? 255) + greyStep / 2) / greyStep) * greyStep
    data.fill(grey, place, place + 3)
  }
  pen.putImageData(picture, 0, 0)
}

/** Across the sheet and below everything else, as on the page. */
function drawMark(pen: CanvasRenderingContext2D, { width, height }: Layout, mark: string, family: string): void {
  pen.save()
  pen.translate(width / 2, height / 2)
  pen.rotate(-Math.atan2(Math.min(height, width), width))
  pen.font = `700 190px ${family}`
  const room = width * 1.1
  const wide = pen.measureText(mark).width
  pen.scale(Math.min(1, room / wide), Math.min(1, room / wide))
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = markColour
  pen.fillText(mark, 0, 0)
  pen.restore()
}

async function png(canvas: HTMLCanvasElement): Promise<Blob> {
  const { promise, resolve, reject } = Promise.withResolvers<Blob>()
  canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png')
  return promise
}

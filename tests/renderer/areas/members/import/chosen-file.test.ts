import { describe, expect, test } from 'vitest'
import { contentOf, readChosenFile } from '../../../../../renderer/areas/members/import/chosen-file.ts'

const bytes = (...list: number[]) => new Uint8Array(list)

describe('a list that somebody chose', () => {
  test('is an Excel file by what stands in it, whatever it is called', async () => {
    const zip = bytes(0x50, 0x4b, 0x03, 0x04, 0xff, 0x00)
    const chosen = await readChosenFile(new File([zip], 'anggota.csv'))
    expect(chosen).toEqual({ name: 'anggota.csv', content: { xlsx: 'UEsDBP8A' } })
  })

  test('is read as UTF-8, as UTF-16 where it says so, and as older Windows wrote it', () => {
    expect(contentOf(new TextEncoder().encode('Nama;Sëri'))).toEqual({ csv: 'Nama;Sëri' })
    expect(contentOf(bytes(0xff, 0xfe, 0x4e, 0x00, 0x61, 0x00))).toEqual({ csv: 'Na' })
    expect(contentOf(bytes(0xfe, 0xff, 0x00, 0x4e, 0x00, 0x61))).toEqual({ csv: 'Na' })
    expect(contentOf(bytes(0x53, 0xeb, 0x72, 0x69))).toEqual({ csv: 'Sëri' })
  })

  test('is refused as unreadable where it is the old binary Excel', async () => {
    const old = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)
    expect(await readChosenFile(new File([old], 'lama.xls'))).toEqual({ name: 'lama.xls', problem: 'unreadable' })
  })

  test('is refused as too large before it is read, also where only its base64 would be', async () => {
    const text = new File([new Uint8Array(12_000_001)], 'besar.csv')
    expect(await readChosenFile(text)).toEqual({ name: 'besar.csv', problem: 'tooLarge' })
    const book = new Uint8Array(9_500_000)
    book.set([0x50, 0x4b, 0x03, 0x04])
    expect(await readChosenFile(new File([book], 'besar.xlsx'))).toEqual({ name: 'besar.xlsx', problem: 'tooLarge' })
  })

  test('is refused as unreadable where it went away meanwhile', async () => {
    const gone = new File(['x'], 'hilang.csv')
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
    expect(await readChosenFile(gone)).toEqual({ name: 'hilang.csv', problem: 'unreadable' })
  })
})

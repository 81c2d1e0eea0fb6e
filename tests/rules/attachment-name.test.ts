import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachmentName } from '../../shared/rules/attachment-name.ts'

describe('a name is shown safely, whatever a file was called', () => {
  test.each([
    ['MoU Yayasan Mitra 2026.pdf', 'MoU Yayasan Mitra 2026.pdf'],
    ['MOU.PDF', 'MOU.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Sri\\mou.pdf', 'mou.pdf'],
    ['..\\..\\', 'lampiran.pdf'],
    ['..', 'lampiran.pdf'],
    ['', 'lampiran.pdf'],
    ['.pdf', 'lampiran.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.pdf', '_nul.pdf'],
    ['com1.tar.pdf', '_com1.tar.pdf'],
    ['console.pdf', 'console.pdf'],
    ['kon\0trak.pdf', 'kontrak.pdf'],
    ['baris\nbaru\t.pdf', 'barisbaru.pdf'],
    ['gnp\u202efdp.exe', 'gnpfdp.exe.pdf'],
    ['nol\u200blebar\ufeff.pdf', 'nollebar.pdf'],
    ['setup.exe', 'setup.exe.pdf'],
    ['jalan.sh', 'jalan.sh.pdf'],
    ['laporan.pdf.exe', 'laporan.pdf.exe.pdf'],
    ['apa?*<b>"|:.pdf', 'apa__'.concat('_b____.pdf')],
    ['titik akhir. . .pdf', 'titik akhir.pdf'],
    ['\ud800 patah.pdf', '\ufffd patah.pdf'],
    ['e\u0301.pdf', '\u00e9.pdf'],
  ])('%j becomes %j', (given, shown) => {
    expect(attachmentName(given, 'application/pdf')).toBe(shown)
  })

  test('a picture keeps what it is at its end', () => {
    expect(attachmentName('Foto.JPEG', 'image/jpeg')).toBe('Foto.jpg')
    expect(attachmentName('IMG_1.HEIF', 'image/heic')).toBe('IMG_1.heic')
    expect(attachmentName('kontrak.pdf', 'image/png')).toBe('kontrak.pdf.png')
  })

  test('a name of ten thousand letters is cut, and still ends in what it is', () => {
    const name = attachmentName(`${'x'.repeat(10_000)}.pdf`, 'application/pdf')
    expect(name).toBe(`${'x'.repeat(100)}.pdf`)
  })
})

test('no name can be a path, hide anything or be left empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = attachmentName(given, 'image/png')
      expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]{1,120}$/u)
      expect(name).toMatch(/^[^.\s].*\.png$/u)
      expect(attachmentName(name, 'image/png')).toBe(name)
    }),
  )
})

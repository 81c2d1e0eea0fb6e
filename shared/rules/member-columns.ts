import type { Cell } from './sheet.ts'

/**
 * What the columns of a list of members are called, per field: as forms and spreadsheets of village cooperatives, the
 * program's own lists and its API write them. Compared by letters and digits alone; what stands in brackets is left out.
 */
const spellings = {
  number:
    'no anggota, nomor anggota, no agt, nomor agt, no keanggotaan, nomor keanggotaan, no induk anggota, nomor induk anggota, ' +
    'nia, id anggota, kode anggota, no buku anggota, no kta, no rekening anggota, member number, member no, number, no member, ' +
    'membership number, member id, code',
  name:
    'nama, nama anggota, nama lengkap, nama lengkap anggota, nama sesuai ktp, nama ktp, nama pemilik, name, full name, ' +
    'member name, nama member',
  nationalId:
    'nik, no nik, nomor nik, nik ktp, no ktp, nomor ktp, ktp, no identitas, nomor identitas, no nik ktp, no ktp nik, ' +
    'nomor induk kependudukan, national id, nationalid, id number, identity number, identity card number',
  sex:
    'jenis kelamin, kelamin, jk, j k, l p, lp, l p jenis kelamin, jns kelamin, jenis kel, jenkel, gender, sex, pria wanita, laki laki perempuan, ' +
    'lk pr, m f, f m',
  birthDate:
    'tanggal lahir, tgl lahir, tgllahir, lahir, tanggal kelahiran, ttl, tempat tanggal lahir, tempat tgl lahir, tmp tgl lahir, ' +
    'tempat dan tanggal lahir, tempat tanggal kelahiran, birth date, date of birth, dob, birthday, born',
  joinedOn:
    'tanggal masuk, tgl masuk, tanggal bergabung, tgl bergabung, bergabung, tanggal daftar, tgl daftar, tanggal gabung, tgl gabung, ' +
    'tanggal jadi anggota, tanggal menjadi anggota, tgl menjadi anggota, masuk, masuk anggota, tanggal masuk anggota, ' +
    'tgl masuk anggota, tanggal masuk menjadi anggota, tanggal pendaftaran, tgl pendaftaran, tanggal keanggotaan, mulai anggota, ' +
    'anggota sejak, sejak, joined on, joined, join date, date joined, member since, registered on, registration date',
  phone:
    'hp, no hp, nomor hp, no handphone, nomor handphone, handphone, telepon, no telepon, nomor telepon, telp, no telp, nomor telp, tlp, no tlp, ' +
    'wa, no wa, nomor wa, whatsapp, no whatsapp, no hp wa, hp wa, kontak, no kontak, nomor kontak, telepon hp, no telp hp, ' +
    'phone, phone number, mobile, mobile phone',
  address: 'alamat, alamat lengkap, alamat rumah, alamat tinggal, alamat ktp, jalan, address, street',
  hamlet: 'dusun, dukuh, dk, dsn, kampung, lingkungan, banjar, jorong, padukuhan, pedukuhan, hamlet',
  rt: 'rt, no rt',
  rw: 'rw, no rw',
  rtRw: 'rt rw, rtrw',
  village:
    'desa, kelurahan, desa kelurahan, kelurahan desa, kel desa, desa kel, nagari, gampong, kalurahan, pekon, village',
  district: 'kecamatan, kec, kapanewon, distrik, district, subdistrict, sub district',
  occupation: 'pekerjaan, profesi, mata pencaharian, occupation, job, profession',
  returneeStatus:
    'status pmi, status purna pmi, purna pmi, status tki, status migran, pmi, status buruh migran, returnee, returnee status, ' +
    'migrant status',
  returneeCountry:
    'negara, negara tujuan, negara penempatan, negara bekerja, negara tempat bekerja, bekas negara, country, returnee country, destination country',
  returneeSector: 'sektor, bidang kerja, sektor pekerjaan, bidang pekerjaan di luar negeri, sector, returnee sector',
  returneeYears: 'lama bekerja, lama di luar negeri, tahun bekerja, lama kerja, years, years abroad, returnee years',
  returnedOn:
    'tanggal pulang, tgl pulang, tanggal kembali, tgl kembali, tanggal kepulangan, pulang, returned on, return date, returnee returned on',
  bpjs: 'bpjs, bpjs kesehatan, status bpjs, kepesertaan bpjs, jkn, bpjs jkn',
  consentOn:
    'tanggal persetujuan, tgl persetujuan, persetujuan data, tanggal persetujuan data, consent on, consent, consent date',
  note: 'keterangan, ket, catatan, note, notes, remarks, remark',
} as const

export type MemberColumn = keyof typeof spellings

/** What every list must have, with the heading that people are told to write. */
export const requiredColumns = {
  number: 'No. anggota',
  name: 'Nama',
  sex: 'Jenis kelamin',
  joinedOn: 'Tanggal masuk',
} as const satisfies Partial<Record<MemberColumn, string>>

const columnBySpelling: ReadonlyMap<string, MemberColumn> = new Map(
  (Object.entries(spellings) as [MemberColumn, string][]).flatMap(([column, names]) =>
    names.split(',').map((name) => [lettersOf(name), column] as const),
  ),
)

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** A counting column that is the member number where no other column is. */
const countingColumns: ReadonlySet<string> = new Set(['no', 'nomor', 'nourut', 'nomorurut'])

/** Which field a heading names, if any. */
export function memberColumn(heading: string): MemberColumn | undefined {
  const withoutBrackets = lettersOf(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
  return columnBySpelling.get(withoutBrackets) ?? columnBySpelling.get(lettersOf(heading))
}

export interface RecognisedHeadings {
  /** The row of the headings, from 0. */
  readonly row: number
  readonly headings: readonly { readonly heading: string; readonly column: MemberColumn | null }[]
  /** Where each field stands, from 0. */
  readonly places: ReadonlyMap<MemberColumn, number>
  readonly missing: readonly (keyof typeof requiredColumns)[]
  /** The numbers only count the rows of the sheet; a row that has nothing else is empty. */
  readonly countsRows: boolean
}

/** How far down headings are looked for: above them stand titles and the cooperative's name. */
const headingRowsMax = 30

/** The row that names the most fields; where a field is named twice the first column counts. */
export function recognisedHeadings(rows: readonly (readonly (Cell | null)[])[]): RecognisedHeadings {
  const candidates = rows.slice(0, headingRowsMax).map(headingsOfRow)
  return candidates.reduce((best, next) => (next.places.size > best.places.size ? next : best), headingsOfRow([], 0))
}

function headingsOfRow(cells: readonly (Cell | null)[], row: number): RecognisedHeadings {
  const texts = cells.map((cell) => cell?.text.trim().replace(/\s+/g, ' ') ?? '')
  const places = new Map<MemberColumn, number>()
  for (const [place, text] of texts.entries()) {
    const column = memberColumn(text)
    if (column && !places.has(column)) places.set(column, place)
  }
  const counting = texts.findIndex((text) => countingColumns.has(lettersOf(text)))
  const countsRows = counting >= 0 && !places.has('number') && places.has('name')
  if (countsRows) places.set('number', counting)
  const columnAt = new Map([...places].map(([column, place]) => [place, column]))
  return {
    row,
    headings: texts.flatMap((heading, place) => (heading ? [{ heading, column: columnAt.get(place) ?? null }] : [])),
    places,
    missing: (Object.keys(requiredColumns) as (keyof typeof requiredColumns)[]).filter((column) => !places.has(column)),
    countsRows,
  }
}

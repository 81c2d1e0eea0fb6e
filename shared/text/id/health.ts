import { healthPapers } from './health-papers.ts'

/** Words of the questions about management, which the health score asks for. */
export const health = {
  title: 'Pertanyaan kesehatan',
  text: '38 pertanyaan tentang pengelolaan untuk Penilaian Kesehatan. Yang dapat dijawab buku sudah diusulkan.',
  none: 'Belum dijawab',
  yes: 'Ya',
  no: 'Tidak',
  byBook: 'Menurut buku: {{answer}}',
  proof: 'Bukti tertulis',
  counted: '{{yes}} dari {{count}} dihitung ya',
  save: 'Simpan jawaban',
  saved: 'Jawaban tahun {{year}} sudah disimpan.',
  report: 'Lihat nilai kesehatan',
  part: healthPapers.part,
  question: healthPapers.question,
} as const

import type { MeetingPart } from '../../../shared/rules/meeting-parts.ts'

/** What the board and the supervisors of the sample cooperative write into its meeting book, until they change it. */
export const writtenParts: Readonly<Partial<Record<MeetingPart, readonly string[]>>> = {
  preface: [
    'Terima kasih kepada semua anggota yang setia menyetor, membayar angsuran, dan berbelanja di toko kita sendiri.',
    'Buku ini memuat apa yang kita kerjakan bersama selama setahun. Tanyakan kepada pengurus apa yang belum jelas.',
  ],
  programmes: [
    'Pelatihan pembukuan rumah tangga untuk anggota, setiap bulan Mei di balai dusun.',
    'Penjualan hasil anggota lewat toko dan lokapasar, dengan titip jual dari rumah ke rumah.',
    'Pinjaman bergulir untuk usaha perempuan purna migran.',
  ],
  organisation: [
    'Karyawan: satu pengelola toko, paruh waktu.',
    'Rapat yang diadakan: rapat pengurus setiap bulan, rapat bersama pengawas setiap triwulan.',
    'Pendidikan dan pelatihan: pembukuan rumah tangga, dan cara membaca laporan koperasi.',
  ],
  followUp: [
    'Masalah: sebagian angsuran terlambat sesudah musim hujan, dan harga bahan baku naik.',
    'Rencana: angsuran disesuaikan dengan musim panen, bahan baku dibeli bersama.',
  ],
  supervisors: [
    'Organisasi: pengurus rapat setiap bulan dan mencatat keputusannya.',
    'Usaha: pinjaman diberikan menurut aturan; toko menghitung barang setiap akhir tahun.',
    'Keuangan: pengawas menghitung kas bersama bendahara dan mencocokkan buku bank setiap triwulan; sepuluh kartu pinjaman diperiksa dan cocok.',
    'Kesimpulan: laporan pengurus sesuai dengan pembukuan.',
    'Saran: angsuran yang terlambat ditagih lebih awal; simpanan wajib yang tertunggak dibicarakan di kumpulan.',
  ],
  notesEvents: ['Sesudah akhir tahun tidak ada peristiwa lain yang mengubah angka laporan ini.'],
  notesCommitments: [
    'Koperasi tidak menjadi penjamin pihak lain dan tidak mempunyai janji pembelian yang belum dipenuhi.',
  ],
  workPlan: [
    'Menambah anggota dari keluarga purna migran di dusun sekitar.',
    'Menagih pinjaman yang terlambat lebih dari tiga bulan ke rumah bersama ketua kelompok.',
    'Memperbaiki kemasan hasil anggota supaya diterima toko di kota.',
  ],
}

/** What a meeting decides on a year; the figures themselves stand in the book. */
export function decisionsOn(year: number): readonly string[] {
  return [
    `Menerima laporan pertanggungjawaban pengurus dan pengawas tahun buku ${year}.`,
    `Mengesahkan laporan keuangan tahun buku ${year}.`,
    `Membagi SHU tahun buku ${year} menurut anggaran dasar; bagian anggota dibayar tunai sesudah rapat.`,
    `Mengesahkan rencana kerja dan RAPB tahun ${year + 1}.`,
  ]
}

/** Notulen: what was said, in short. */
export function minutesOf(present: number): readonly string[] {
  return [
    `Rapat dibuka pukul 09.00 dengan doa. Sekretaris menghitung ${present} anggota yang hadir.`,
    'Bendahara membacakan laporan keuangan; pengawas membacakan hasil pemeriksaannya.',
    'Anggota bertanya tentang angsuran yang terlambat. Ketua menjelaskan cara penagihan yang direncanakan.',
    'Pembagian SHU dan RAPB disetujui dengan musyawarah. Rapat ditutup pukul 12.15.',
  ]
}

/** How the decision of a meeting is cited. */
export function decisionNumber(year: number): string {
  return `Keputusan RAT 01/${year + 1}`
}

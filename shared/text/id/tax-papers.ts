/** Words on the sheet of the year's tax. */
export const taxPapers = {
  regime: 'Jenis pajak',
  regimes: {
    final_0_5: 'PPh final 0,5% dari omzet',
    article_31e: 'Tarif Pasal 31E, dihitung sekali setahun',
    none: 'Tidak kena pajak penghasilan',
    undecided: 'Belum diatur',
  },
  span: 'Masa PPh final',
  spanText: 'tahun pajak {{from}} sampai {{to}}',
  column: {
    month: 'Bulan',
    turnover: 'Omzet',
    tax: 'PPh final',
    posted: 'Sudah dicatat',
    voucher: 'No. bukti',
    twelveMonths: 'Omzet 12 bulan',
  },
  note: 'Omzet adalah semua pendapatan dari anggota dan bukan anggota dikurangi retur, menurut pembukuan.',
  limit: 'Batas omzet dalam 12 bulan {{limit}}.',
  warning: {
    regime_missing: 'Jenis pajak tahun ini belum diatur; PPh final tidak dihitung.',
    final_period_over: 'Masa PPh final koperasi ini sudah lewat.',
    above_limit: 'Omzet 12 bulan melewati batas.',
    posted_differs: 'Ada bulan yang pajaknya dicatat lain dari hitungan: omzetnya berubah sesudah dicatat.',
  },
} as const

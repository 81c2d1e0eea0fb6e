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
  owed: 'Belum dibayar',
  prepaid: 'Dibayar di muka',
  rated: '{{income}} × {{rate}}%',
  article31e: {
    turnover: 'Omzet setahun',
    surplus: 'Hasil usaha sebelum pajak',
    bankInterest: 'Bunga bank, sudah kena pajak sendiri',
    grants: 'Hibah dan program',
    taxable: 'Penghasilan kena pajak',
    said: 'Penghasilan kena pajak, diisi sendiri',
    half: 'Kena tarif separuh (separuh dari 22%)',
    full: 'Kena tarif penuh',
    tax: 'PPh badan setahun',
    recorded: 'PPh badan yang sudah dicatat',
  },
  column: {
    month: 'Bulan',
    turnover: 'Omzet',
    tax: 'PPh final',
    posted: 'Sudah dicatat',
    withheld: 'Dipotong pihak lain',
    left: 'Disetor sendiri',
    voucher: 'No. bukti',
    twelveMonths: 'Omzet 12 bulan',
    carried: 'Minus bulan sebelumnya',
  },
  note: 'Omzet adalah semua pendapatan dari anggota dan bukan anggota (akun 41, 42, dan 43) dikurangi retur, menurut pembukuan. Dari barang titipan hanya komisi koperasi yang dihitung. Bunga bank, hibah, dan pendapatan lain (akun 48) bukan omzet.',
  composition: {
    title: 'Omzet terdiri dari',
    columns: { code: 'Kode', name: 'Akun', line: 'Baris di Perhitungan Hasil Usaha', amount: 'Jumlah' },
    parts: {
      goods: 'Barang sendiri, dikurangi retur',
      commission: 'Komisi titip jual',
      services: 'Jasa lain',
      loans: 'Simpan pinjam',
      other: 'Lain-lain',
    },
  },
  carriedNote:
    'Bulan yang returnya melebihi penjualannya mengurangi omzet yang kena pajak pada bulan-bulan berikutnya dalam tahun yang sama.',
  withheldNote:
    'Yang sudah dipotong pihak lain, misalnya lokapasar, mengurangi yang harus disetor; sisanya dipakai pada bulan berikutnya.',
  article31eNote:
    'Angka menurut pembukuan, tanpa koreksi fiskal. Tarif separuh berlaku untuk omzet sampai Rp4,8 miliar setahun (Pasal 31E).',
  limit: 'Batas omzet dalam 12 bulan {{limit}}.',
  warning: {
    regime_missing: 'Jenis pajak tahun ini belum diatur; PPh final tidak dihitung.',
    final_period_over: 'Masa PPh final koperasi ini sudah lewat.',
    above_limit: 'Omzet 12 bulan melewati batas.',
    posted_differs: 'Ada bulan yang pajaknya dicatat lain dari hitungan: omzetnya berubah sesudah dicatat.',
    posted_wrongly: 'Ada PPh final yang dicatat, padahal tahun ini tidak memakai PPh final.',
  },
} as const

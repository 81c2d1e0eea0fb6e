/** Words of the loan screens. */
export const loans = {
  method: {
    flat: 'Tetap',
    declining: 'Menurun',
    annuity: 'Anuitas',
    bullet: 'Musiman',
  },
  methodLong: {
    flat: 'Tetap: jasa dari pinjaman semula',
    declining: 'Menurun: jasa dari sisa pinjaman',
    annuity: 'Anuitas: angsuran sama, jasa dari sisa pinjaman',
    bullet: 'Musiman: pokok dibayar sekaligus di akhir',
  },
  interval: {
    month1: 'Setiap bulan',
    week1: 'Setiap minggu',
    week2: 'Setiap 2 minggu',
    month2: 'Setiap 2 bulan',
    month3: 'Setiap 3 bulan',
    month4: 'Setiap 4 bulan',
    month6: 'Setiap 6 bulan',
    month12: 'Setiap tahun',
  },
  ratePer: { month: 'per bulan', year: 'per tahun' },
  months: 'bulan',
} as const

/** Words on the papers of assets. */
export const assetPapers = {
  place: 'Tempat',
  residualNote: 'Nilai buku adalah harga perolehan dikurangi akumulasi penyusutan, menurut pembukuan.',
  none: 'Tidak ada aset tetap pada tanggal ini.',
  label: { place: 'Tempat: {{place}}', acquiredOn: 'Diperoleh: {{date}}' },
  column: {
    code: 'No. aset',
    name: 'Nama aset',
    acquiredOn: 'Perolehan',
    months: 'Umur (bulan)',
    place: 'Tempat',
    condition: 'Keadaan',
    cost: 'Harga perolehan',
    accumulated: 'Akumulasi penyusutan',
    bookValue: 'Nilai buku',
  },
  condition: { good: 'Baik', worn: 'Kurang baik', broken: 'Rusak' },
} as const

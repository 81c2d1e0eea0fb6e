/** Words on the papers of the shop. */
export const tradePapers = {
  place: 'Tempat',
  own: 'BARANG KOPERASI',
  kept: 'BARANG TITIPAN',
  keptNote: 'Barang titipan milik penitipnya: dicatat banyaknya saja dan tidak masuk nilai persediaan.',
  commissionNote: 'Dari barang titipan hanya komisinya yang menjadi pendapatan koperasi.',
  noneKept: 'Tidak ada barang titipan, dan tidak ada yang harus dibayarkan.',
  column: {
    item: 'Nama barang',
    owner: 'Pemilik',
    ownerAndGoods: 'Penitip dan barangnya',
    unitName: 'Satuan',
    qty: 'Banyaknya',
    value: 'Nilai (harga pokok)',
    toMembers: 'Kepada anggota',
    toOthers: 'Kepada umum',
    cost: 'Harga pokok',
    margin: 'Laba kotor',
    owed: 'Harus dibayar',
  },
} as const

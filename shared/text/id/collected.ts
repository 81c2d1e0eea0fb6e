/** Words of what is handed out after a meeting: one list of who paid what, or a slip for each member. */
export const collected = {
  column: { principal: 'Angsuran pokok', interest: 'Jasa', penalty: 'Denda', held: 'Titipan' },
  slip: {
    title: 'Bukti Setoran',
    member: 'Nama',
    number: 'No. anggota',
    kind: 'Untuk',
    amount: 'Dibayar',
    after: 'Saldo / sisa',
    loan: 'Pinjaman {{number}}',
    loanParts: '{{loan}}: {{parts}}',
    principal: 'pokok {{amount}}',
    interest: 'jasa {{amount}}',
    penalty: 'denda {{amount}}',
    held: 'Titipan angsuran',
    total: 'JUMLAH',
    words: 'Terbilang',
    officer: 'Bendahara',
  },
  count: '{{members}} anggota membayar.',
  reversed: 'Bukti ini sudah dibatalkan.',
} as const

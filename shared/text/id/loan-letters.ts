/** Words of the three letters about unpaid instalments: a kind one, a firm one, the last one. */
export const loanLetters = {
  title: { first: 'Surat Pengingat Angsuran', second: 'Surat Tagihan Kedua', third: 'Surat Tagihan Ketiga (Terakhir)' },
  number: '{{loan}}/ST-{{letter}}/{{year}}',
  column: { n: 'Ke', dueOn: 'Jatuh tempo', days: 'Hari lewat', total: 'Belum dibayar' },
  particular: { number: 'Nomor', about: 'Perihal', to: 'Kepada Yth.', memberNumber: 'No. anggota', address: 'Alamat' },
  about: 'Angsuran pinjaman {{loan}} yang belum dibayar',
  address: { female: 'Ibu', male: 'Bapak' },
  to: '{{address}} {{name}}',
  greeting: 'Dengan hormat,',
  opening: {
    first:
      'Semoga {{address}} sekeluarga dalam keadaan sehat. Menurut catatan kami, sampai {{date}} angsuran berikut belum kami terima:',
    second: 'Sesudah surat pengingat kami yang pertama, sampai {{date}} angsuran berikut masih belum kami terima:',
    third:
      'Surat ini adalah tagihan ketiga dan terakhir. Meskipun sudah dua kali diingatkan dengan surat, sampai {{date}} angsuran berikut belum kami terima:',
  },
  openingDated: {
    second: 'Sesudah surat kami tanggal {{first}}, sampai {{date}} angsuran berikut masih belum kami terima:',
    third:
      'Surat ini adalah tagihan ketiga dan terakhir. Sesudah surat kami tanggal {{first}} dan {{second}}, sampai {{date}} angsuran berikut belum kami terima:',
  },
  request: {
    first:
      'Barangkali {{address}} lupa atau sedang ada keperluan lain. Kami mohon {{total}} ({{words}}) dibayar paling lambat {{payBy}}.',
    second: 'Kami minta seluruh tunggakan itu, {{total}} ({{words}}), dibayar paling lambat {{payBy}}.',
    third: 'Seluruh tunggakan itu, {{total}} ({{words}}), harus dibayar paling lambat {{payBy}}.',
  },
  penalty: 'Menurut perjanjian, keterlambatan ini dikenai denda yang sampai hari ini berjumlah {{penalty}}.',
  reason:
    'Uang yang dipinjamkan adalah simpanan semua anggota. Bila angsuran tidak dibayar, anggota lain tidak dapat meminjam.',
  consequence:
    'Bila sampai tanggal itu tidak dibayar dan tidak ada kesepakatan dengan pengurus, berlaku ketentuan perjanjian pinjaman: seluruh sisa pinjaman, yaitu pokok {{outstanding}} beserta jasanya, ditagih sekaligus{{also}}, menurut hukum yang berlaku.',
  talk: {
    first: 'Bila {{address}} kesulitan membayar, silakan datang kepada pengurus. Kita cari jalan keluarnya bersama.',
    second:
      'Bila tidak dapat membayar sekaligus, datanglah kepada pengurus sebelum tanggal itu untuk membicarakan cara membayarnya.',
    third:
      'Sampai tanggal itu pengurus masih bersedia membicarakan cara membayarnya, termasuk menjadwalkan ulang sisa pinjaman.',
  },
  paid: 'Bila sudah membayar, mohon buktinya ditunjukkan kepada bendahara supaya catatan kami diperiksa, dan surat ini tidak perlu dihiraukan.',
  closing: {
    first: 'Terima kasih atas perhatian dan kerja sama {{address}}.',
    second: 'Atas perhatian {{address}} kami ucapkan terima kasih.',
    third: 'Demikian surat ini kami sampaikan agar diperhatikan.',
  },
  copy: 'Tembusan: {{names}} (penjamin).',
  signer: { chair: 'Ketua', treasurer: 'Bendahara', receivedBy: 'Diterima oleh' },
} as const

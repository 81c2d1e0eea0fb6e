/** Words of the loan agreement: what a member reads, or has read to her, before she signs. */
export const loanAgreement = {
  opening: 'Pada tanggal {{date}} di {{place}}, yang bertanda tangan di bawah ini:',
  party: {
    name: 'Nama',
    office: 'Jabatan',
    chair: 'Ketua',
    member: 'No. anggota',
    nationalId: 'NIK',
    address: 'Alamat',
    occupation: 'Pekerjaan',
  },
  cooperative: 'bertindak untuk dan atas nama {{cooperative}}, selanjutnya disebut Koperasi; dan',
  borrower: 'anggota koperasi, selanjutnya disebut Peminjam.',
  agreed: 'Koperasi dan Peminjam sepakat mengadakan perjanjian pinjaman dengan ketentuan berikut.',
  article: 'Pasal {{number}} – {{title}}',
  title: {
    loan: 'Pinjaman',
    interest: 'Jasa pinjaman',
    payout: 'Potongan dan pencairan',
    instalments: 'Angsuran',
    penalty: 'Denda keterlambatan',
    early: 'Pelunasan lebih awal',
    security: 'Penjamin dan agunan',
    mandate: 'Kuasa memotong simpanan',
    default: 'Bila angsuran tidak dibayar',
    rest: 'Lain-lain',
  },
  principal: 'Koperasi meminjamkan kepada Peminjam uang sebesar {{amount}} ({{words}}).',
  purpose: 'Pinjaman dipakai untuk: {{purpose}}.',
  ofFund:
    'Uang pinjaman ini berasal dari dana bergulir ({{fund}}); pokok yang kembali dipinjamkan lagi kepada anggota lain.',
  term: 'Pinjaman dibayar kembali dalam {{months}} bulan dengan {{count}} kali angsuran, {{every}} sekali.',
  gracePrincipal: 'Selama {{months}} bulan pertama Peminjam hanya membayar jasa; pokok diangsur sesudahnya.',
  graceAll:
    'Selama {{months}} bulan pertama tidak ada angsuran; jasa bulan-bulan itu dibayar bersama angsuran pertama sesudahnya.',
  rate: {
    flat: 'Jasa pinjaman {{pct}}% {{per}}, dihitung tetap dari pokok semula sampai pinjaman lunas.',
    declining: 'Jasa pinjaman {{pct}}% {{per}}, dihitung dari sisa pokok, sehingga makin lama makin kecil.',
    annuity: 'Jasa pinjaman {{pct}}% {{per}}, dihitung dari sisa pokok; setiap angsuran sama besar.',
    bullet: 'Jasa pinjaman {{pct}}% {{per}} dari pokok; pokok dibayar sekaligus pada akhir jangka waktu.',
  },
  per: { month: 'sebulan', year: 'setahun' },
  interestTotal:
    'Bila dibayar menurut jadwal, seluruh jasa berjumlah {{interest}}, dan seluruh pembayaran {{payment}}.',
  trueRate:
    'Supaya jelas berapa biaya pinjaman ini: dihitung rata dari pokok semula, jasanya {{flat}}% sebulan; dihitung dari sisa pinjaman dan dari uang yang benar-benar diterima, biaya yang sebenarnya {{effective}}% sebulan.',
  deductions: 'Pada saat pencairan dipotong {{total}}, yaitu: {{list}}.',
  deduction: {
    provision: 'provisi {{amount}}',
    administration: 'administrasi {{amount}}',
    insurance: 'asuransi pinjaman {{amount}} (diteruskan kepada penanggung)',
    loanSavings: 'simpanan wajib pinjam {{amount}} (tetap milik Peminjam)',
    stamp: 'meterai {{amount}}',
  },
  noDeductions: 'Tidak ada potongan pada saat pencairan.',
  net: 'Uang yang diterima Peminjam {{amount}} ({{words}}).',
  asScheduled: 'Peminjam membayar angsuran menurut jadwal di bawah ini.',
  asPlanned:
    'Peminjam membayar angsuran menurut jadwal di bawah ini, bila pinjaman dicairkan {{date}}. Bila dicairkan pada hari lain, tanggal jatuh tempo mengikuti hari pencairan dan jadwal yang pasti diberikan pada hari itu.',
  allocation: {
    interest_principal_penalty:
      'Setiap pembayaran dipakai untuk angsuran yang paling lama: jasanya dulu, lalu pokoknya, lalu denda.',
    penalty_interest_principal:
      'Setiap pembayaran dipakai untuk denda dulu, lalu jasa, lalu pokok angsuran yang paling lama.',
    principal_interest_penalty:
      'Setiap pembayaran dipakai untuk angsuran yang paling lama: pokoknya dulu, lalu jasanya, lalu denda.',
  },
  excess: {
    prepay: 'Pembayaran yang lebih dari tagihan mengurangi angsuran berikutnya, lalu sisa pokok.',
    hold: 'Pembayaran yang lebih dari tagihan dititipkan di Koperasi dan dipakai untuk angsuran berikutnya.',
  },
  receipt: 'Untuk setiap pembayaran Peminjam menerima bukti. Kartu pinjaman boleh dilihat setiap saat.',
  noPenalty: 'Angsuran yang terlambat tidak dikenai denda.',
  penalty: {
    pct_per_day: 'Angsuran yang terlambat dikenai denda {{pct}}% sehari dari jumlah yang terlambat.',
    pct_per_month: 'Angsuran yang terlambat dikenai denda {{pct}}% sebulan dari jumlah yang terlambat.',
  },
  penaltyGrace: 'Sampai {{days}} hari sesudah jatuh tempo belum ada denda.',
  penaltyCap: 'Denda suatu angsuran paling banyak {{pct}}% dari angsuran itu.',
  early: {
    due: 'Peminjam boleh melunasi kapan saja. Yang dibayar sisa pokok dan jasa yang sudah jatuh tempo; jasa sesudahnya tidak ditagih.',
    running:
      'Peminjam boleh melunasi kapan saja. Yang dibayar sisa pokok, jasa yang sudah jatuh tempo dan jasa angsuran yang sedang berjalan; jasa sesudahnya tidak ditagih.',
    full: 'Peminjam boleh melunasi kapan saja. Yang dibayar sisa pokok dan seluruh jasa yang diperjanjikan dalam Pasal 2.',
  },
  guarantors: {
    one: '{{names}} menjadi penjamin dan membayar pinjaman ini bila Peminjam tidak membayarnya.',
    many: '{{names}} menjadi penjamin dan bersama-sama membayar pinjaman ini bila Peminjam tidak membayarnya.',
  },
  guarantorMember: '{{name}} (anggota {{number}})',
  guarantorAddress: '{{name}} ({{address}})',
  collateral: 'Agunan: {{what}}.',
  collateralOwner: 'atas nama {{owner}}',
  collateralDocument: 'surat nomor {{number}}',
  collateralValue: 'ditaksir {{amount}}',
  collateralKept: 'disimpan di {{place}}',
  collateralBack: 'Agunan dikembalikan kepada pemiliknya begitu pinjaman lunas.',
  joint: 'Pinjaman ini ditanggung bersama (tanggung renteng) oleh kelompok Peminjam.',
  noSecurity: 'Pinjaman ini tanpa penjamin dan tanpa agunan.',
  mandate:
    'Peminjam memberi kuasa kepada Koperasi untuk memotong simpanannya, yaitu {{products}}, guna membayar angsuran yang sudah jatuh tempo. Kuasa ini dapat dicabut sewaktu-waktu secara tertulis.',
  noMandate: 'Tanpa surat kuasa dari Peminjam, simpanan Peminjam tidak dipotong untuk membayar pinjaman.',
  reminders: 'Bila angsuran tidak dibayar, Koperasi mengirim surat tagihan sampai tiga kali.',
  talk: 'Bila kesulitan membayar, Peminjam segera memberi tahu Koperasi; keduanya mencari jalan keluar, antara lain menjadwalkan ulang sisa pinjaman.',
  call: 'Bila sesudah surat tagihan ketiga tetap tidak ada penyelesaian, seluruh sisa pinjaman dapat ditagih sekaligus{{also}}, menurut hukum yang berlaku.',
  also: {
    guarantors: ', juga kepada penjamin',
    collateral: ', juga dari agunan',
    both: ', juga kepada penjamin dan dari agunan',
  },
  dispute: 'Perselisihan diselesaikan dengan musyawarah; bila tidak tercapai, melalui pengadilan negeri setempat.',
  bylaws: 'Yang belum diatur di sini mengikuti anggaran dasar, anggaran rumah tangga dan keputusan rapat anggota.',
  copies:
    'Perjanjian ini dibuat rangkap dua, satu untuk Koperasi dan satu untuk Peminjam, dan sudah dibaca serta dimengerti oleh Peminjam.',
  mandatePaper: {
    giver: 'Yang bertanda tangan di bawah ini:',
    gives: 'memberi kuasa kepada {{cooperative}} untuk memotong simpanannya di koperasi:',
    savings: 'Simpanan',
    loan: 'Guna membayar',
    what: 'angsuran pinjaman nomor {{number}} yang sudah jatuh tempo',
    limits:
      'Yang dipotong tidak lebih dari angsuran yang sudah jatuh tempo beserta dendanya, dan hanya sejauh simpanan itu cukup. Untuk setiap potongan diberikan bukti.',
    ends: 'Kuasa ini berlaku sampai pinjaman lunas, dan dapat dicabut sewaktu-waktu secara tertulis.',
  },
  addendum: {
    agreed:
      'Koperasi dan Peminjam sepakat mengubah perjanjian pinjaman nomor {{old}}, karena: {{reason}}. Sejak {{date}} pinjaman itu dilanjutkan sebagai pinjaman nomor {{number}}; pinjaman nomor {{old}} tidak ditagih lagi.',
    terms: 'Ketentuan lama dan ketentuan baru',
    term: 'Ketentuan',
    before: 'Semula',
    after: 'Menjadi',
    principal: 'Sisa pokok pinjaman',
    first: 'Angsuran pertama',
    capitalised: 'Jasa yang belum dibayar sebesar {{amount}} ditambahkan ke pokok pinjaman.',
    interestLetGo: 'Jasa yang belum dibayar sebesar {{amount}} tidak ditagih lagi.',
    penaltyLetGo: 'Denda sebesar {{amount}} tidak ditagih lagi.',
    security: 'Penjamin dan agunan perjanjian semula tetap menanggung pinjaman ini.',
    rest: 'Ketentuan lain dalam perjanjian semula tetap berlaku.',
    schedule: 'Jadwal angsuran yang baru',
  },
  minutes: {
    decided:
      '{{by}} {{cooperative}} pada tanggal {{on}}, dengan keputusan nomor {{number}}, memutuskan menghapus dari pembukuan pinjaman berikut:',
    by: { rat: 'Rapat anggota', board: 'Rapat pengurus' },
    owed: 'Yang belum dibayar pada tanggal {{date}}:',
    part: 'Uraian',
    amount: 'Jumlah',
    parts: { principal: 'Sisa pokok', interest: 'Jasa', penalty: 'Denda' },
    claim: 'Jumlah tagihan',
    booked:
      'Sisa pokok sebesar {{amount}} ({{words}}) dihapus dari pembukuan tanggal {{date}}, dengan menggunakan penyisihan pinjaman.',
    stays:
      'Penghapusan ini bukan pembebasan utang. Peminjam tetap berutang sebesar jumlah tagihan di atas, dan pinjaman ini tetap dicatat dalam daftar pinjaman yang dihapus.',
    recovered: 'Uang yang diterima kemudian untuk pinjaman ini dicatat sebagai pendapatan koperasi pada hari diterima.',
    supervisor: 'Pengawas',
  },
  signer: { borrower: 'Peminjam', cooperative: 'Ketua', treasurer: 'Bendahara', guarantor: 'Penjamin' },
  list: { separator: ', ', last: ' dan ' },
} as const

import type { Random } from './random.ts'

const women = words(`
  Sri Siti Dewi Wahyu Sulastri Suparti Ngatini Tumini Partinah Kasmini Endang Yuni Rini Ratna Indah Nur Umi Lilik
  Sumarni Suryani Wiwik Titik Eni Ani Fitri Maryam Khotimah Asih Murni Painem Sutinah Warsini Rumini Juminten Kartini
  Tutik Sarinah Mulyani Hartini Ning Rohmah`)

const womenAfter = words(`
  Lestari Handayani Rahayu Wahyuni Astuti Ningsih Utami Wulandari Susanti Yuliani Kusumawati Purwanti Aminah Fatimah
  Hidayati Maryati Sulistyowati Puspita Setyowati Winarsih Mulyati Kurniasih Zulaikah Romlah Sukarsih Widyaningrum
  Anggraini Suharti`)

const men = words(`
  Slamet Agus Joko Bambang Sugeng Wahyudi Suyanto Paijo Karyono Ahmad Eko Dwi Tri Supardi Ngadiman Kusno Mulyono Hadi
  Sutrisno Rohmat`)

const menAfter = words(`
  Santoso Wibowo Prasetyo Susilo Nugroho Hartono Raharjo Widodo Setiawan Purnomo Sudarsono Hidayat Kurniawan Utomo
  Riyadi Saputra`)

export type Sex = 'female' | 'male'

/** Common given names put together by chance, none given twice; whoever bears one of them is not meant. */
export function nameGiver(random: Random): (sex: Sex) => string {
  const given = new Set<string>()
  return (sex) => {
    const [first, after] = sex === 'female' ? [women, womenAfter] : [men, menAfter]
    for (let length = 2; ; length += 1) {
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const name = nameOf(random, first, after, length)
        if (name === undefined || given.has(name)) continue
        given.add(name)
        return name
      }
    }
  }
}

/** Undefined where chance repeats a word: nobody is called Lestari Lestari. */
function nameOf(
  random: Random,
  first: readonly string[],
  after: readonly string[],
  length: number,
): string | undefined {
  const parts = [random.pick(first)]
  while (parts.length < length) parts.push(random.pick(after))
  return new Set(parts).size === parts.length ? parts.join(' ') : undefined
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

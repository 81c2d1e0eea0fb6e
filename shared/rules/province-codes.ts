/**
 * The first two digits of an identity number: provinces as the Ministry of Home Affairs numbers them, with the six of
 * Papua since 2022. Numbers are never changed when a province is divided: 91 and 94 stand on older cards with the
 * meaning they had then.
 */
export const provinceCodes: ReadonlySet<string> = new Set([
  // Sumatra and its islands
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'],
  // Java
  ...['31', '32', '33', '34', '35', '36'],
  // Bali and Nusa Tenggara
  ...['51', '52', '53'],
  // Kalimantan
  ...['61', '62', '63', '64', '65'],
  // Sulawesi
  ...['71', '72', '73', '74', '75', '76'],
  // Maluku and Papua
  ...['81', '82', '91', '92', '93', '94', '95', '96'],
])

/** A day that exists, as `YYYY-MM-DD`; without the modifier SQLite before 3.46 lets 30 February pass. */
export function realDay(column: string): string {
  return `${column} IS date(${column}, '+0 days')`
}

/** Refuses every change of a table's rows once written; REPLACE is caught by the insert guard beside it. */
export function frozen(table: string): string[] {
  return [
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table}: what is written is never changed'); END`,
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table}: what is written is never deleted'); END`,
  ]
}

/** Refuses deletion, also the hidden one of REPLACE. */
export function kept(table: string, ...unique: string[]): string[] {
  return [
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table}: rows are deactivated, never deleted'); END`,
    once(table, ...unique),
    alone(table, unique[0] ?? 'id', ...unique),
  ]
}

/** Refuses an insert that meets any of the table's unique columns: REPLACE would delete the row it meets. */
export function once(table: string, ...unique: string[]): string {
  const met = unique.map((column) => `${column} = NEW.${column}`).join(' OR ')
  return `CREATE TRIGGER ${table}_once BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${met}) BEGIN
      SELECT RAISE(ABORT, '${table}: this row exists'); END`
}

/** Refuses an update that gives a row what another row has: UPDATE OR REPLACE would delete that one. */
export function alone(table: string, key: string, ...unique: string[]): string {
  const met = unique.map((column) => `${column} = NEW.${column}`).join(' OR ')
  return `CREATE TRIGGER ${table}_alone BEFORE UPDATE OF ${unique.join(', ')} ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} <> OLD.${key} AND (${met})) BEGIN
      SELECT RAISE(ABORT, '${table}: another row has this'); END`
}

/** An entry of a record that came out of storage: its names may be those of any object. */
export const entry = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

export const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.hasOwn(record, key)
    ? Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
    : record

/** The only one of these; `null`: there is none, or there are several and nobody knows which is meant. */
export const only = <T>(list: Iterable<T>): T | null => {
  const [first = null, ...others] = list
  return others.length === 0 ? first : null
}

/** The same of what occurs several times. */
export const onlyDistinct = <T>(list: Iterable<T>): T | null => only(new Set(list))

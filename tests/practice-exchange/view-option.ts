/** What an option of the view may be, what it usually is, and how an address spells it. */
export type Option<T> = { usual: T; parse: (text: string) => T | null }

export const oneOf = <const T extends string>(
  usual: T,
  ...others: readonly T[]
): Option<T> & { choices: readonly T[] } => {
  const choices = [usual, ...others]
  return { usual, choices, parse: (text) => choices.find((choice) => choice === text) ?? null }
}

/** "on" or "off". */
export const onOff = (usual: boolean): Option<boolean> => ({
  usual,
  parse: (text) => (text === 'on' ? true : text === 'off' ? false : null),
})

export const numberOption = (usual: number): Option<number> => ({
  usual,
  parse: (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null),
})

/** "a,b,c"; names that do not exist are left out. */
export const listOf = <const T extends string>(
  known: readonly T[],
  usual: readonly T[],
): Option<readonly T[]> => ({
  usual,
  parse: (text) => text.split(',').flatMap((name) => known.find((item) => item === name) ?? []),
})

export const textOption = (usual: string): Option<string> => ({ usual, parse: (text) => text })

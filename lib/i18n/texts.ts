/** The texts of a language as they ship: in the order of the sorted English keys, without them. */
export type Texts = readonly string[]

/** With their keys again. The build has compared the keys (bundling/dictionaries.ts). */
export const withKeys = <Key extends string>(
  texts: Texts,
  english: Readonly<Record<Key, string>>,
): Record<Key, string> => {
  const keys = (Object.keys(english) as Key[]).toSorted()
  return Object.fromEntries(keys.map((key, at) => [key, texts[at]])) as Record<Key, string>
}

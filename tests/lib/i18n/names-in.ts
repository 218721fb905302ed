import { partsOf } from '@/lib/i18n'

/** The placeholders of a message, so that every language can be compared with English. */
export const namesIn = (message: string): string[] => {
  const names = (parts: ReturnType<typeof partsOf>): string[] =>
    parts.flatMap((part) =>
      'text' in part ? [] : [part.name, ...[...(part.branches?.values() ?? [])].flatMap(names)],
    )
  return [...new Set(names(partsOf(message)))].sort()
}

import type { TabCheck } from '@/lib/messages'
import type { SelfCheck } from '@/lib/page'

/** What the popup gets: no figure, no title, no symbol. */
export const tabCheckOf = ({ status, words, rows, columns }: SelfCheck): TabCheck => {
  const unread = rows.filter((row) => 'reason' in row).length
  return {
    status,
    words,
    rows: rows.length - unread,
    unread,
    columns: columns.map(({ column, foundBy }) => ({ column, foundBy })),
  }
}

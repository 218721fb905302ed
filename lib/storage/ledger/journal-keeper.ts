import type { Episode } from '@/lib/ledger'
import type { Journal } from './journal'
import type { Erasure, LedgerWriter } from './ledger-writer'

type KeeperOptions = {
  writer: Pick<LedgerWriter, 'answer' | 'adopt' | 'forget'>
  journal: Pick<Journal, 'merge' | 'remove' | 'clear'>
}

/** What the journal page asks for and the background does, since it is the only writer. */
export const journalKeeper = ({ writer, journal }: KeeperOptions) => ({
  /** The ledger first: what it still knew, it would put back. */
  erase: async (which: Erasure): Promise<void> => {
    await writer.forget(which)
    await (typeof which === 'string' ? journal.clear() : journal.remove(which))
  },

  /** A position that is open here is known better here. */
  importEpisodes: async (episodes: readonly Episode[]): Promise<void> => {
    const { open } = await writer.answer()
    const openIds = new Set(Object.values(open).map(({ id }) => id))
    await writer.adopt(await journal.merge(episodes.filter(({ id }) => !openIds.has(id))))
  },
})

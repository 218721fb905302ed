import { defineBackground } from 'wxt/utils/define-background'
import { onMessages } from '@/lib/messages'
import { journal, journalKeeper, ledgerItem, ledgerWriter, privateLedgerItem } from '@/lib/storage'

export default defineBackground(() => {
  const writer = ledgerWriter({ item: ledgerItem, journal })
  const privateWriter = ledgerWriter({ item: privateLedgerItem(), journal: null })
  const keeper = journalKeeper({ writer, journal })

  onMessages({
    observe: ({ observation }) =>
      (observation.private ? privateWriter : writer).observe(observation),
    correct: ({ private: isPrivate, correction }) =>
      (isPrivate ? privateWriter : writer).correct(correction),
    erase: async ({ episodes }) => {
      await keeper.erase(episodes)
      return { done: true }
    },
    import: async ({ episodes }) => {
      await keeper.importEpisodes(episodes)
      return { done: true }
    },
  })
})

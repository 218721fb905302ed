import { defineBackground } from 'wxt/utils/define-background'
import { onMessages } from '@/lib/messages'
import { journal, ledgerItem, ledgerWriter, privateLedgerItem } from '@/lib/storage'

export default defineBackground(() => {
  const writer = ledgerWriter({ item: ledgerItem, journal })
  const privateWriter = ledgerWriter({ item: privateLedgerItem(), journal: null })

  onMessages({
    observe: ({ observation }) =>
      (observation.private ? privateWriter : writer).observe(observation),
    correct: ({ private: isPrivate, correction }) =>
      (isPrivate ? privateWriter : writer).correct(correction),
  })
})

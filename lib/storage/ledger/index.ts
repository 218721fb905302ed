export { journal, type Journal } from './journal'
export { journalKeeper } from './journal-keeper'
export {
  type Forgotten,
  type LedgerAnswer,
  type LedgerNotice,
  type LedgerWriter,
  ledgerWriter,
} from './ledger-writer'

export { journal } from './journal'
export { journalKeeper } from './journal-keeper'
export { type Forgotten, type LedgerAnswer, type LedgerNotice, ledgerWriter } from './ledger-writer'

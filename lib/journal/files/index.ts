export { csvColumnNames, csvHead, csvRow } from './csv-columns'
export { journalFile, type JournalFileReading, readJournalFile } from './journal-file'
export { parseJson } from './parse-json'

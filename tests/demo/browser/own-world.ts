import type { FrameWindow } from './frame.ts'

/** What an extension finds in its own world and a page of a plain host may lack, or must not share. */

/** `crypto.randomUUID` is there for secure pages only: an extension always is one, a file server may not be. */
const giveUuids = ({ crypto }: FrameWindow): void => {
  if (Reflect.has(crypto, 'randomUUID')) return
  const randomUUID = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
  Object.assign(crypto, { randomUUID })
}

const PREFIX = 'margin-brake-demo.'
/** The database of the journal, as the extension names it. */
const JOURNAL = 'journal'

/** An extension's databases are its own; those of a host belong to everything that is served there. */
const keepDatabasesApart = ({ IDBFactory }: FrameWindow): void => {
  const { prototype } = IDBFactory
  const open = Reflect.get(prototype, 'open') as (name: string, version?: number) => unknown
  Object.assign(prototype, {
    open(this: IDBFactory, name: string, version?: number) {
      return open.call(this, PREFIX + name, version)
    },
  })
}

export const furnish = (window: FrameWindow): void => {
  giveUuids(window)
  keepDatabasesApart(window)
}

/** Counts and limits begin empty with each visit, and so does the journal. Settled in any case. */
export const forgetJournal = (): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(PREFIX + JOURNAL)
    for (const type of ['success', 'error', 'blocked']) {
      request.addEventListener(type, () => {
        resolve()
      })
    }
  })

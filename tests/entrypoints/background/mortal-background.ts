import { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import background from '@/entrypoints/background'
import type { Request } from '@/lib/requests'
import type { Forgotten, LedgerAnswer } from '@/lib/storage/ledger'

type Tab = { id: number; incognito: boolean }
type Listener = (message: unknown, sender: { id: string; tab: Tab }) => unknown
type Life = { dead: boolean; end: () => void; ended: Promise<undefined>; listener: Listener | null }

// Not part of the fake browser: no key is pressed here.
fakeBrowser.commands.onCommand.addListener = () => undefined

const { local } = fakeBrowser.storage
const storageItself = {
  get: local.get.bind(local) as (...keys: unknown[]) => Promise<never>,
  set: local.set.bind(local) as (...items: unknown[]) => Promise<never>,
  remove: local.remove.bind(local) as (...keys: unknown[]) => Promise<never>,
}

/** As `indexedDB` itself has it; the tests that use this bring one. */
const putItself = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
  ?.value as IDBObjectStore['put']

const never = new Promise<never>(() => undefined)

export type MortalOptions = {
  /** Moments of its work, counted from 0, at which it is ended. */
  endAt?: ReadonlySet<number>
  /** How a tab hears of an end in mid-answer: by an error, or by an answer that is nothing. */
  silentEnd?: () => boolean
}

/** What fails, until it is set otherwise. */
export type Broken = {
  /** No room in the browser's storage. */
  storage: boolean
  /** The archive cannot be opened, or not be written. */
  database: 'no' | 'open' | 'write'
}

/**
 * The real background over the browser's storage, ended at given moments: before and after each look
 * into storage, each write, each answer, and at rest. What an ended one still had to do never happens.
 */
export const mortalBackground = ({
  endAt = new Set(),
  silentEnd = () => false,
}: MortalOptions = {}) => {
  const lives = new AsyncLocalStorage<Life>()
  let life: Life | null = null
  let moments = 0
  let ends = 0
  /** The moment at which it is ended next, besides those of `endAt`. */
  let nextEnd: number | null = null
  const broken: Broken = { storage: false, database: 'no' }

  const begin = (): Life => {
    const { promise: ended, resolve, reject } = Promise.withResolvers<undefined>()
    ended.catch(() => undefined)
    const begun: Life = {
      dead: false,
      ended,
      listener: null,
      end: () => {
        begun.dead = true
        ends += 1
        if (silentEnd()) resolve(undefined)
        else reject(new Error('Could not establish connection. Receiving end does not exist.'))
      },
    }
    const { onMessage } = fakeBrowser.runtime
    onMessage.addListener = (listener) => {
      begun.listener = listener as Listener
    }
    lives.run(begun, () => {
      background.main()
    })
    return begun
  }

  /** One moment: here it may be its turn to end. */
  const pass = (): void => {
    if (life === null) return
    if (endAt.has(moments) || (nextEnd !== null && moments >= nextEnd)) {
      nextEnd = null
      life.end()
      life = null
    }
    moments += 1
  }

  /** Work of a life: it goes on only if that life does. */
  const live = async (): Promise<void> => {
    const mine = lives.getStore()
    if (mine !== undefined && !mine.dead) pass()
    if (mine?.dead === true) await never
  }

  const around =
    <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      await live()
      const done = await work(...given)
      await live()
      return done
    }

  local.get = around(storageItself.get)
  local.set = around((...items: unknown[]) =>
    broken.storage ? Promise.reject(new Error('QuotaExceededError')) : storageItself.set(...items),
  )
  local.remove = around(storageItself.remove)
  const openDatabase = indexedDB.open.bind(indexedDB)
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const mine = lives.getStore()
    if (mine !== undefined && !mine.dead) pass()
    if (mine?.dead === true) throw new Error('the background was ended')
    if (broken.database === 'open') throw new Error('the database cannot be opened')
    return openDatabase(name, version)
  })
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...record
  ) {
    if (broken.database === 'write') throw new Error('the database is full')
    return putItself.apply(this, record)
  })

  return {
    broken,
    rest: pass,
    /** Ends it so many moments from now; 0: at the next one. */
    endIn: (later: number): void => {
      nextEnd = moments + later
    },
    send: (
      request: Request,
      { id = 1, incognito = false }: Partial<Tab> = {},
    ): Promise<LedgerAnswer | Forgotten | undefined> => {
      const mine = (life ??= begin())
      const message: unknown = structuredClone(request)
      const answered = lives.run(mine, async () => {
        const answer = await mine.listener?.(message, {
          id: fakeBrowser.runtime.id,
          tab: { id, incognito },
        })
        await live()
        return structuredClone(answer) as LedgerAnswer | Forgotten
      })
      return Promise.race([mine.ended, answered])
    },
    moments: () => moments,
    ends: () => ends,
  }
}

import type { Episode } from '@/lib/ledger'

/** A database that cannot be written is tried again after this. */
const RETRY_MS = 60_000

type ArchiverOptions = {
  put: (episodes: readonly Episode[]) => Promise<void>
  /** What is not yet known to be in the archive, oldest first. */
  waiting: () => readonly Episode[]
  done: (episode: Episode) => void
  now: () => number
}

/** Fills the archive from a queue. One episode that it refuses keeps no other out. */
export const archiver = ({ put, waiting, done, now }: ArchiverOptions) => {
  let failedAt: number | null = null
  let filling: Promise<void> | null = null
  /** Refused while others were taken: tried again by the next background. */
  const refused = new Set<string>()

  const one = async (episode: Episode): Promise<boolean> => {
    try {
      await put([episode])
      done(episode)
      return true
    } catch (fault) {
      if (failedAt === null) console.error('Margin Brake: the journal could not be written.', fault)
      return false
    }
  }

  const fill = async (): Promise<void> => {
    for (;;) {
      const next = waiting().filter(({ id }) => !refused.has(id))
      if (next.length === 0) return
      const failed: string[] = []
      for (const episode of next) {
        // Erased meanwhile, or changed and waiting as it is now.
        if (waiting().includes(episode) && !(await one(episode))) failed.push(episode.id)
      }
      failedAt = failed.length === 0 ? null : now()
      // Some were taken: the database works, and it is these records that do not fit.
      if (failed.length < next.length) for (const id of failed) refused.add(id)
      if (failed.length > 0) return
    }
  }

  return {
    fails: (): boolean => failedAt !== null,
    /** Resolves when there is nothing more that can be done now. Never rejects. */
    fill: (): Promise<void> => {
      if (failedAt !== null && Math.abs(now() - failedAt) < RETRY_MS) return Promise.resolve()
      filling ??= fill().finally(() => {
        filling = null
      })
      return filling
    },
  }
}

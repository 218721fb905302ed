import * as v from 'valibot'
import { type Episode, episodeSchema } from '@/lib/ledger'

/** An episode out of storage or a file; `null`: it is damaged. */
export const parseEpisode = (record: unknown): Episode | null => {
  const result = v.safeParse(episodeSchema, record)
  return result.success ? result.output : null
}

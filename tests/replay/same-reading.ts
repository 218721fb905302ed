import type { SelfCheck } from '../../lib/page'

type Reading = Pick<SelfCheck, 'status' | 'failure' | 'language' | 'words' | 'places' | 'account'>

const shapeOf = (text: string): string => text.replace(/\p{N}/gu, '#')

/**
 * What is read by words, shapes and places. What the arithmetic of the amounts adds (or refuses) can't be the same where
 * the amounts are others.
 */
export const withoutAmounts = ({ status, failure, language, words, places, account }: Reading) => ({
  status,
  failure,
  language,
  words,
  places,
  account: account.map(({ field, text }) => ({
    field,
    text: text === null ? null : shapeOf(text),
  })),
})

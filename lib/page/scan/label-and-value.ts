import { columnOf } from '../words/lexicon'

/** A word, and behind it a figure or what stands for one. */
const BOTH = /^(\P{Nd}*?[^\s\p{Nd}:：+\-*])(?:\s*[:：]\s*|\s+)([+-]?\d.*|-{2}.*|\*{2}.*)$/u

/** "Mark Price: 61,234.5", "TP/SL -- / 0.27": a title of ours in front of what it names. */
export const labelAndValue = (text: string): [label: string, value: string] | null => {
  const [, label = '', value = ''] = BOTH.exec(text) ?? []
  return label !== '' && columnOf(label) !== null ? [label, value] : null
}

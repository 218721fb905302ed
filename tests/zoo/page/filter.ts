import { el } from '../look/html.ts'
import type { Writer } from '../look/writer.ts'

/** "Hide Other Symbols", where the panel has it. */
export const filterBox = (writer: Writer): string => {
  const { choices, css, words, word } = writer
  const state = choices['hide other symbols']
  if (state === 'not there') return ''
  const isOn = state === 'on'
  const row = css('display:flex;gap:6px;align-items:center;height:24px;padding:0 8px')
  const label = el('span', {}, word(words.hideOtherSymbols))
  if (choices.markers === 'none') {
    const box = el('input', { type: 'checkbox', ...(isOn && { checked: 'checked' }) })
    return el('label', { class: row }, box, label)
  }
  const box = el('div', {
    role: 'checkbox',
    name: 'hideOtherSymbol',
    'aria-checked': String(isOn),
    class: css(
      `width:12px;height:12px;border:1px solid currentColor;${isOn ? 'background:#f0b90b' : ''}`,
    ),
  })
  return el('div', { class: row }, box, label)
}

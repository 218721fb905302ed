import { el } from '../look/html.ts'
import type { Writer } from '../look/writer.ts'
import type { ActionChoices } from './action-choices.ts'

/** How one page writes its forms and dialogs. */
export type ActionWriter = Writer & { action: ActionChoices }

/** A label and what it says, in one of the forms of dialogs. */
export const line = (writer: ActionWriter, label: string, value: string): string => {
  const { css, word, action } = writer
  const quiet = css('opacity:.65')
  switch (action['line form']) {
    case 'side by side':
      return el(
        'div',
        { class: css('display:flex;justify-content:space-between;gap:16px;line-height:22px') },
        el('span', { class: quiet }, word(label)),
        el('span', {}, value),
      )
    case 'one below the other':
      return el(
        'div',
        { class: css('margin:6px 0') },
        el('div', { class: quiet }, word(label)),
        el('div', {}, value),
      )
    case 'label with colon':
      return el(
        'div',
        { class: css('line-height:22px') },
        el('span', { class: quiet }, word(label), ':'),
        ' ',
        el('span', {}, value),
      )
    case 'table':
      return el('tr', {}, el('td', { class: quiet }, word(label)), el('td', {}, value))
  }
}

export const lines = (
  writer: ActionWriter,
  all: readonly (readonly [string, string])[],
): string => {
  const written = all.map(([label, value]) => line(writer, label, value)).join('')
  return writer.action['line form'] === 'table' && all.length > 0
    ? el('table', { class: writer.css('width:100%') }, el('tbody', {}, written))
    : written
}

type Field = {
  label: string
  value: string
  unit?: string
  id?: string
  name?: string
  behind?: string
}

/** A field for a number, with its label and its unit. */
export const field = (
  writer: ActionWriter,
  { label, value, unit, id, name, behind = '' }: Field,
): string => {
  const { css, word, action, choices } = writer
  const marks = {
    ...(id !== undefined && action['form marks'] === 'ids' && { id }),
    ...(name !== undefined && action['form marks'] === 'names' && { name }),
  }
  // A translator writes into texts, not into attributes.
  const isPlaceholder = action['form labels'] === 'placeholder' && choices.wording === 'plain'
  const input = el('input', {
    type: 'text',
    class: css('flex:1;min-width:60px;border:0;height:28px'),
    ...(isPlaceholder && { placeholder: label }),
    ...marks,
    value,
  })
  const behindInput = (unit === undefined ? '' : el('span', {}, writer.text(unit))) + behind
  const box = css(
    'display:flex;gap:6px;align-items:center;padding:0 8px;border:1px solid #8886;border-radius:4px;margin:4px 0',
  )
  const item = choices.markers === 'none' ? '' : 'bn-formItem '
  const text = el('span', { class: css('opacity:.65') }, word(label))
  if (isPlaceholder) return el('div', { class: item + box }, input, behindInput)
  switch (action['form labels']) {
    case 'label':
      return el('label', { class: item + box }, text, input, behindInput)
    case 'above':
      return el(
        'div',
        { class: item },
        el('div', {}, text),
        el('div', { class: box }, input, behindInput),
      )
    default:
      return el('div', { class: item + box }, text, input, behindInput)
  }
}

/** A box to tick with its word. */
export const tick = (writer: ActionWriter, label: string, isOn: boolean): string => {
  const { css, word, action } = writer
  const row = css('display:flex;gap:6px;align-items:center;height:22px')
  return action.ticks === 'inputs'
    ? el(
        'label',
        { class: row },
        el('input', { type: 'checkbox', ...(isOn && { checked: 'checked' }) }),
        el('span', {}, word(label)),
      )
    : el(
        'div',
        { class: row },
        el('div', {
          role: 'checkbox',
          'aria-checked': String(isOn),
          class: css('width:12px;height:12px;border:1px solid currentColor'),
        }),
        el('span', {}, word(label)),
      )
}

type Choice = { text: string; isSelected: boolean }

/** Two tabs, a drop-down, two radio buttons, or tabs of which only the look tells. */
export const switchOf = (writer: ActionWriter, choices: readonly Choice[]): string => {
  const { css, word, action, random } = writer
  const row = css('display:flex;gap:16px;margin-bottom:8px')
  const look = (isSelected: boolean) =>
    css(isSelected ? 'border-bottom:2px solid #f0b90b;padding:4px 0' : 'opacity:.6;padding:4px 0')
  switch (action['direction by']) {
    case 'tabs':
      return el(
        'div',
        { class: row, role: 'tablist' },
        ...choices.map(({ text, isSelected }) =>
          el(
            'div',
            { role: 'tab', 'aria-selected': String(isSelected), class: look(isSelected) },
            word(text),
          ),
        ),
      )
    case 'drop-down':
      return el(
        'select',
        {},
        ...choices.map(({ text, isSelected }) =>
          el('option', { ...(isSelected && { selected: 'selected' }) }, writer.text(text)),
        ),
      )
    case 'radios': {
      const name = `direction-${random.fork('radio').whole(1, 999)}`
      return el(
        'div',
        { class: row },
        ...choices.map(({ text, isSelected }) =>
          el(
            'label',
            {},
            el('input', { type: 'radio', name, ...(isSelected && { checked: 'checked' }) }),
            el('span', {}, word(text)),
          ),
        ),
      )
    }
    case 'tabs without roles':
      return el(
        'div',
        { class: row },
        ...choices.map(({ text, isSelected }) =>
          el('div', { class: look(isSelected) }, word(text)),
        ),
      )
  }
}

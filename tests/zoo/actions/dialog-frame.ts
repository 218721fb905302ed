import { el } from '../look/html.ts'
import type { ActionWriter } from './parts.ts'

/** A dialog over its veil, marked as dialogs of one generation are. */
export const dialogFrame = (writer: ActionWriter, title: string, ...inside: string[]): string => {
  const { css, word, words, action } = writer
  const veil = css(
    'position:fixed;inset:0;background:#0008;z-index:99;display:flex;align-items:center;justify-content:center',
  )
  const box = css(
    `width:360px;padding:16px;border-radius:8px;background:${writer.choices.theme === 'dark' ? '#1e2329' : '#fff'};border:1px solid #8884`,
  )
  const head = el(
    'div',
    { class: css('display:flex;justify-content:space-between;margin-bottom:12px;font-size:16px') },
    el('div', {}, word(title)),
    el('button', { 'aria-label': words.dismiss }, '×'),
  )
  const body = [head, ...inside]
  switch (action['dialog frame']) {
    case 'modal root':
      return el(
        'div',
        { class: `bn-modal-root ${veil}` },
        el('div', { role: 'dialog', 'aria-label': 'modal', class: box }, ...body),
      )
    case 'role alone':
      return el(
        'div',
        { class: veil },
        el('div', { role: 'dialog', 'aria-modal': 'true', class: box }, ...body),
      )
    case 'dialog element':
      return el(
        'dialog',
        {
          open: 'open',
          class: `${box} ${css('position:fixed;top:200px;left:30%;z-index:99;color:inherit')}`,
        },
        ...body,
      )
    case 'class alone':
      return el('div', { class: veil }, el('div', { class: `modal ${box}` }, ...body))
    case 'no mark':
      return el('div', { class: veil }, el('div', { class: box }, ...body))
  }
}

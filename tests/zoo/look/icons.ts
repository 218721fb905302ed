import { el } from './html.ts'
import type { Writer } from './writer.ts'

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

const drawings = {
  edit: '<path d="M3 17v4h4L19 9l-4-4z" fill="currentColor"></path>',
  share:
    '<circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="3"></circle>',
  sort: '<path d="M12 2l7 8H5zM12 22l-7-8h14z" fill="currentColor"></path>',
  settings: '<rect x="4" y="10" width="16" height="4" fill="currentColor"></rect>',
  coin: '<circle cx="12" cy="12" r="9" fill="#f0b90b"></circle>',
} as const

const letters = { edit: '✎', share: '↗', sort: '⇅', settings: '⚙', coin: '◉' } as const

/** A small picture beside a text: drawn, an image, a letter of a font, or an element of the page's own. */
export const icon = ({ choices, css }: Writer, name: keyof typeof drawings, alt = ''): string => {
  switch (choices.icons) {
    case 'drawings':
      return `<svg width="12" height="12" viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`
    case 'pictures':
      return `<img width="12" height="12" src="${pixel}" alt="${alt}">`
    case 'components':
      return el('page-icon', { name, class: css('display:inline-block;width:12px;height:12px') })
    case 'letters':
      return el('i', { class: css('font-style:normal;margin-inline-start:2px') }, letters[name])
  }
}

import type { Ref } from 'preact'

/** Our own set, drawn on a grid of 16. The words next to it or behind it say the same. */
const paths = {
  grip: 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  'eye-off':
    'M2 2l12 12M6.6 6.6a2 2 0 0 0 2.8 2.8M4.2 4.4C2.5 5.6 1.5 8 1.5 8S4 12.5 8 12.5c1.4 0 2.6-.5 3.6-1.2M6.9 3.6C7.3 3.5 7.6 3.5 8 3.5c4 0 6.5 4.5 6.5 4.5s-.6 1-1.6 2.1',
  menu: 'M8 3.5h.01M8 8h.01M8 12.5h.01',
  fold: 'M3.5 8h9',
  more: 'M4.5 6.5 8 3l3.5 3.5M4.5 9.5 8 13l3.5-3.5',
  less: 'M4.5 3 8 6.5 11.5 3M4.5 13 8 9.5l3.5 3.5',
} as const

type Props = {
  action: string
  label: string
  icon: keyof typeof paths
  onClick?: () => void
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  button?: Ref<HTMLButtonElement>
  'aria-expanded'?: boolean
  'aria-pressed'?: boolean
}

export const IconButton = ({ action, label, icon, button, ...others }: Props) => (
  <button
    {...(button && { ref: button })}
    type="button"
    class="icon-button"
    data-action={action}
    aria-label={label}
    title={label}
    {...others}
  >
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[icon]} />
    </svg>
  </button>
)

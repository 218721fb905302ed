import { Icon } from './Icon'
import type { DragHandlers } from './use-drag'

type Props = {
  class: string
  action: string
  label: string
  onKeyDown: DragHandlers['onKeyDown'] | undefined
}

/** What a part of ours is moved by: with the pointer, or with the arrow keys. */
export const Grip = ({ class: dress, action, label, onKeyDown }: Props) => (
  <button
    type="button"
    class={dress}
    data-action={action}
    aria-label={label}
    title={label}
    onKeyDown={onKeyDown}
  >
    <Icon name="grip" />
  </button>
)

import type { Ref } from 'preact'
import { IconButton } from './IconButton'
import type { PanelFrame } from './panel-frame'
import { useTranslation } from '../translation-context'
import type { DragHandlers } from './use-drag'

type Props = {
  frame: PanelFrame
  handlers: DragHandlers
  focus: (button: HTMLButtonElement | null) => void
  /** Positions, as many as the page counts. */
  open: number
  menuOpen: boolean
  menuButton: Ref<HTMLButtonElement>
  onMenu: () => void
}

/** The panel is moved by it; its buttons change how much is shown. */
export const PanelHeader = (props: Props) => {
  const { frame, handlers, focus, open, menuOpen, menuButton, onMenu } = props
  const { t, formats } = useTranslation()
  const { size, hideAmounts } = frame
  const { onKeyDown, ...pointer } = handlers
  const detailed = size === 'detailed'
  return (
    <header class="bar" {...pointer}>
      {frame.place !== null && (
        <IconButton action="move" label={t('panel.move')} icon="grip" onKeyDown={onKeyDown} />
      )}
      <h1>
        {t('name')}
        {open > 1 && <span> · {t('summary.open', { count: formats.count(open) })}</span>}
      </h1>
      <IconButton
        action="hide-amounts"
        label={t(hideAmounts ? 'panel.show-amounts' : 'panel.hide-amounts')}
        icon={hideAmounts ? 'eye-off' : 'eye'}
        aria-pressed={hideAmounts}
        onClick={() => frame.onHideAmounts(!hideAmounts)}
      />
      <IconButton
        action="detail"
        label={t(detailed ? 'panel.less' : 'panel.more')}
        icon={detailed ? 'less' : 'more'}
        aria-pressed={detailed}
        onClick={() => frame.onSize(detailed ? 'normal' : 'detailed')}
      />
      <IconButton
        action="menu"
        button={menuButton}
        label={t('panel.menu')}
        icon="menu"
        aria-expanded={menuOpen}
        onClick={onMenu}
      />
      <IconButton
        action="collapse"
        button={focus}
        label={t('panel.collapse')}
        icon="fold"
        aria-expanded={true}
        onClick={() => frame.onSize('pill')}
      />
    </header>
  )
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Breach } from '@/lib/rules/limits'
import { panelSummary, type PanelModel } from '@/lib/rules/panel'
import { CoolingOff } from './CoolingOff'
import { foldOnEscape } from './fold-on-escape'
import { frameStyle, type PanelFrame } from './panel-frame'
import { PanelHeader } from './PanelHeader'
import { SelfCheck } from '../menu/SelfCheck'
import { PanelPill } from './PanelPill'
import { PanelStatus } from './PanelStatus'
import { PanelSummary } from './PanelSummary'
import { PositionList } from '../list/PositionList'
import type { SelfCheckApi } from '../menu/self-check-view'
import { useTranslation } from '../translation-context'
import { useDrag } from './use-drag'

/** What became of the record of positions: no room, damaged and set aside, or of a later version. */
type RecordNotice =
  'full' | 'damaged' | 'damaged-part' | 'newer' | 'two-accounts' | 'archive' | null

type Props = {
  model: PanelModel
  notice?: RecordNotice
  breach?: Breach | null
  /** Said aloud, once: a risk that has risen. */
  announcement?: string | null
  selfCheck?: SelfCheckApi
  /** Counts up each time the self-check is asked for by a key. */
  selfCheckAsked?: number
  frame: PanelFrame
}

/** A button that has just appeared, after the trader has folded or opened the panel. */
type OnFirstButton = (button: HTMLButtonElement | null) => void

/** Folded or opened by the trader, the panel keeps the focus; by itself it never takes it. */
const useKeptFocus = (shown: PanelFrame) => {
  const folds = useRef(false)
  const focus = useCallback<OnFirstButton>((button) => {
    if (button === null || !folds.current) return
    folds.current = false
    button.focus()
  }, [])
  const frame: PanelFrame = {
    ...shown,
    onSize: (size) => {
      folds.current = (size === 'pill') !== (shown.size === 'pill')
      shown.onSize(size)
    },
  }
  return { frame, focus }
}

type OpenedProps = Props & { focus: OnFirstButton }

const Opened = ({ frame, focus, ...props }: OpenedProps) => {
  const { model, notice = null, breach = null, selfCheck, selfCheckAsked: asked = 0 } = props
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const menuButton = useRef<HTMLButtonElement>(null)
  const { handlers } = useDrag(panel, frame)
  const [menuOpen, setMenuOpen] = useState(false)
  useEffect(() => {
    if (asked > 0) setMenuOpen(true)
  }, [asked])
  const fold = () => {
    if (!menuOpen) {
      frame.onSize('pill')
      return
    }
    setMenuOpen(false)
    menuButton.current?.focus()
  }
  return (
    <section
      class="panel"
      data-size={frame.size}
      data-standing={frame.place === null ? '' : undefined}
      ref={panel}
      aria-label={t('panel.label')}
      style={frameStyle(frame)}
      onKeyDown={foldOnEscape(fold)}
    >
      <PanelHeader
        frame={frame}
        handlers={handlers}
        focus={focus}
        open={panelSummary(model).open}
        menuOpen={menuOpen}
        menuButton={menuButton}
        onMenu={() => setMenuOpen(!menuOpen)}
      />
      {menuOpen && (
        <div class="menu">
          {selfCheck !== undefined && <SelfCheck api={selfCheck} asked={asked} />}
          <footer>{t('panel.read-only')}</footer>
        </div>
      )}
      <PanelStatus model={model} />
      <PanelSummary model={model} />
      {notice !== null && (
        <p class="notice" role="alert" data-notice={notice}>
          {t(`record.${notice}`)}
        </p>
      )}
      {model.status === 'flat' && breach !== null && <CoolingOff breach={breach} />}
      <PositionList model={model} size={frame.size} />
    </section>
  )
}

/** The whole panel: a function of its model and its frame. */
export const Panel = (props: Props) => {
  const kept = useKeptFocus(props.frame)
  return (
    <>
      {/* There before it speaks: a screen reader hears what comes into it. */}
      <p class="spoken" role="alert">
        {props.announcement}
      </p>
      {props.frame.size === 'pill' ? (
        <PanelPill model={props.model} {...kept} />
      ) : (
        <Opened {...props} {...kept} />
      )}
    </>
  )
}

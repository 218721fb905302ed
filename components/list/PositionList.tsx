import { useCallback, useRef, useState } from 'preact/hooks'
import { farPositions, type PanelModel } from '@/lib/rules/panel'
import type { PositionModel } from '@/lib/rules/position'
import type { PanelSize } from '@/lib/rules/settings'
import { PositionCard } from '../card/PositionCard'
import { focusIn } from '../focus-in'
import { useTranslation } from '../translation-context'
import { PositionRow } from './PositionRow'

type Props = { model: PanelModel; size: PanelSize }

/** With this many rows under it the worst is open in brief, until the trader asks for all of it. */
const MANY_ROWS = 5

/** Which of many is open: the trader's choice while it is there, else the most endangered. */
const useOpen = (positions: readonly PositionModel[]) => {
  /** `null`: nothing was chosen; of a key that is `folded` no card is open. */
  const [chosen, setChosen] = useState<{ key: string; folded: boolean } | null>(null)
  const [worst] = positions
  const isChosen = chosen !== null && positions.some(({ facts }) => facts.key === chosen.key)
  const open = isChosen ? (chosen.folded ? null : chosen.key) : (worst?.facts.key ?? null)
  const brief = !isChosen && positions.length > MANY_ROWS
  const turn = (key: string) => setChosen({ key, folded: open === key && !brief })
  const hold = (key: string) => setChosen({ key, folded: false })
  return { open, brief, turn, hold }
}

/**
 * In this order, unless the focus is in one of them: a card that is moved loses it, and what is typed then goes to the
 * page. Those that are new come first.
 */
const useOrder = (positions: readonly PositionModel[], list: Element | null) => {
  const before = useRef(positions)
  const placeOf = ({ facts }: PositionModel): number =>
    before.current.findIndex((one) => one.facts.key === facts.key)
  const isUsed = focusIn(list) !== null
  before.current = isUsed ? positions.toSorted((a, b) => placeOf(a) - placeOf(b)) : positions
  return before.current
}

/** A row opened by a key, or a card folded by one, is drawn as another button: that one gets the focus. */
const useKeptFocus = () => {
  const turned = useRef<string | null>(null)
  const focus = useCallback((button: HTMLButtonElement | null) => {
    if (button === null) return
    turned.current = null
    button.focus()
  }, [])
  const onKey = (key: string, { detail }: MouseEvent) => {
    if (detail === 0) turned.current = key
  }
  return { onKey, focusOf: (key: string) => (turned.current === key ? focus : null) }
}

/** Most endangered first: one is open, the others have a row each, and the farthest a line together. */
export const PositionList = ({ model, size }: Props) => {
  const { t, formats } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const positions = useOrder(model.positions, list.current)
  const { open, brief, turn, hold } = useOpen(positions)
  const { onKey, focusOf } = useKeptFocus()
  const [showsFar, setShowsFar] = useState(false)
  const far = farPositions(positions, open)
  const isOne = positions.length === 1
  const item = (position: PositionModel) => {
    const { key } = position.facts
    const onTurn = (click: MouseEvent) => {
      onKey(key, click)
      turn(key)
    }
    const focus = focusOf(key)
    if (!isOne && key !== open) {
      const row = { position, model, focus, onOpen: onTurn }
      return <PositionRow key={key} {...row} />
    }
    return (
      <PositionCard
        key={key}
        position={position}
        model={model}
        size={size}
        brief={brief}
        focus={focus}
        onFold={isOne ? undefined : onTurn}
        onUse={() => hold(key)}
      />
    )
  }
  return (
    <div class="positions" ref={list}>
      {positions.filter(({ facts }) => !far?.keys.has(facts.key)).map(item)}
      {far !== null && (
        <details
          class="far"
          open={showsFar}
          onToggle={({ currentTarget }) => setShowsFar(currentTarget.open)}
        >
          <summary>
            {far.beyond === null
              ? t('summary.far.none', { count: far.keys.size })
              : t('summary.far', {
                  count: far.keys.size,
                  distance: formats.percent(far.beyond, 'down'),
                })}
          </summary>
          {showsFar && positions.filter(({ facts }) => far.keys.has(facts.key)).map(item)}
        </details>
      )}
    </div>
  )
}

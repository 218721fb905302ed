import type { CardSight } from '@/components/card-sight'
import type { PanelModel } from '@/lib/rules'

/** A card is read at once a little before it is scrolled to. */
const AHEAD = 60
/** So often it is looked where the cards are. An observer of the browser would look in every frame. */
const LOOK = 1_000

/** Which positions are looked at or in danger: their prices are read at once, those of others later. */
export const attention = (window: Window, signal: AbortSignal) => {
  const cards = new Map<Element, string>()
  let inSight: ReadonlySet<string> | null = null
  let endangered: ReadonlySet<string> = new Set()
  let lookedAt = Number.NEGATIVE_INFINITY
  let pending: ReturnType<typeof setTimeout> | null = null

  const look = (): void => {
    pending = null
    lookedAt = performance.now()
    const found = new Set<string>()
    for (const [card, key] of cards) {
      const frame = card.parentElement?.getBoundingClientRect()
      const { top, bottom } = card.getBoundingClientRect()
      if (frame === undefined) continue
      const [low, high] = [Math.max(0, frame.top), Math.min(window.innerHeight, frame.bottom)]
      if (bottom > low - AHEAD && top < high + AHEAD) found.add(key)
    }
    inSight = found
  }

  /** After the frame that is being made, when asking for places costs no layout. */
  const lookSoon = (): void => {
    if (pending !== null || signal.aborted) return
    window.requestAnimationFrame(() => {
      pending ??= setTimeout(look)
    })
  }

  const sight: CardSight = (element, key) => {
    cards.set(element, key)
    lookSoon()
    return () => {
      cards.delete(element)
    }
  }
  return {
    sight,
    /** The panel was scrolled, or is of another size. */
    lookSoon,
    see: ({ positions }: Pick<PanelModel, 'positions'>): void => {
      endangered = new Set(
        positions
          .filter(({ evaluation: { band } }) => band === 'danger' || band === 'crossed')
          .map(({ facts }) => facts.key),
      )
      if (performance.now() - lookedAt >= LOOK) lookSoon()
    },
    mayWait: ({ key }: { key: string }): boolean =>
      inSight !== null && !inSight.has(key) && !endangered.has(key),
  }
}

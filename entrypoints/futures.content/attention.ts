import type { CardSight } from '@/components/card-sight'
import type { PanelModel } from '@/lib/rules'

/** A card is ready before it is scrolled to. */
const AHEAD = '120px 0px'

/** Which positions are looked at or in danger: their prices are read at once, those of others later. */
export const attention = () => {
  const keys = new WeakMap<Element, string>()
  const inSight = new Set<string>()
  let endangered = new Set<string>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const key = keys.get(target)
        if (key === undefined) continue
        if (isIntersecting) inSight.add(key)
        else inSight.delete(key)
      }
    },
    { rootMargin: AHEAD },
  )
  const sight: CardSight = (element, key) => {
    keys.set(element, key)
    observer.observe(element)
    return () => {
      observer.unobserve(element)
      inSight.delete(key)
    }
  }
  return {
    sight,
    see: ({ positions }: Pick<PanelModel, 'positions'>): void => {
      endangered = new Set(
        positions
          .filter(({ evaluation: { band } }) => band === 'danger' || band === 'crossed')
          .map(({ facts }) => facts.key),
      )
    },
    mayWait: ({ key }: { key: string }): boolean => !inSight.has(key) && !endangered.has(key),
    end: (): void => {
      observer.disconnect()
    },
  }
}

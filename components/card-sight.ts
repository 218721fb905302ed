import { createContext, type RefCallback } from 'preact'
import { useCallback, useContext } from 'preact/hooks'

/** Told of the element of every position in the panel, and of its end. */
export type CardSight = (element: Element, key: string) => () => void

export const CardSightContext = createContext<CardSight>(() => () => undefined)

/** For the element in which a position is shown: what nobody looks at need not be read at once. */
export const useCardSight = (key: string): RefCallback<Element> => {
  const watch = useContext(CardSightContext)
  return useCallback(
    (element: Element | null) => (element === null ? undefined : watch(element, key)),
    [watch, key],
  )
}

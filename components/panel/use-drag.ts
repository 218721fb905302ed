import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { type Box, movedBy, placeFor } from '@/lib/rules/layout'
import type { PanelFrame } from './panel-frame'

/** What can be moved; `place: null`: not this one. */
export type Movable = Pick<PanelFrame, 'window' | 'onMove'> & { place: object | null }

/** Less than this is a click. */
const SLACK = 4

const arrows: Readonly<Record<string, { dx: -1 | 0 | 1; dy: -1 | 0 | 1 }>> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
}

export type DragHandlers = {
  onPointerDown?: (event: PointerEvent) => void
  onPointerMove?: (event: PointerEvent) => void
  onPointerUp?: (event: PointerEvent) => void
  onPointerCancel?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}

const boxOf = (element: Element): Box => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** Moves the panel by its head: with the pointer, or with the arrow keys (Shift: to the edge). */
export const useDrag = (panel: RefObject<HTMLElement | null>, frame: Movable) => {
  const grip = useRef<{ x: number; y: number; box: Box } | null>(null)
  const moved = useRef(false)
  if (frame.place === null) return { handlers: {} as DragHandlers, wasDragged: () => false }

  const letGo = () => {
    grip.current = null
    if (panel.current !== null) panel.current.style.translate = ''
  }
  const handlers: DragHandlers = {
    onPointerDown: (event) => {
      if (event.button !== 0 || panel.current === null) return
      grip.current = { x: event.clientX, y: event.clientY, box: boxOf(panel.current) }
      moved.current = false
    },
    onPointerMove: (event) => {
      const from = grip.current
      if (from === null || panel.current === null) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (!moved.current && Math.hypot(dx, dy) < SLACK) return
      // Held only now: a click on a button in the head stays a click.
      if (!moved.current && event.currentTarget instanceof Element) {
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      moved.current = true
      panel.current.style.translate = `${String(dx)}px ${String(dy)}px`
    },
    onPointerUp: (event) => {
      const from = grip.current
      if (from !== null && moved.current) {
        const left = from.box.left + event.clientX - from.x
        const top = from.box.top + event.clientY - from.y
        frame.onMove(placeFor({ ...from.box, left, top }, frame.window))
      }
      letGo()
    },
    onPointerCancel: letGo,
    onKeyDown: (event) => {
      const arrow = arrows[event.key]
      if (arrow === undefined || panel.current === null) return
      // Arrows move the panel only from its head: in a field they move the caret.
      event.preventDefault()
      const box = boxOf(panel.current)
      frame.onMove(movedBy(box, frame.window, { ...arrow, far: event.shiftKey }))
    },
  }
  return {
    handlers,
    /** Whether the click that comes now is the end of a drag. */
    wasDragged: () => {
      const was = moved.current
      moved.current = false
      return was
    },
  }
}

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

type Props = {
  /** How tests and styles find it. */
  name: string
  title: string
  children: () => ComponentChildren
}

/** So that what was opened is in sight; only our own list scrolls, never the page. */
const bringUp = (fold: Element): void => {
  let list = fold.parentElement
  while (list !== null && getComputedStyle(list).overflowY !== 'auto') list = list.parentElement
  if (list === null) return
  list.scrollTop += fold.getBoundingClientRect().top - list.getBoundingClientRect().top
}

/** What is folded is neither worked out nor drawn. */
export const Fold = ({ name, title, children }: Props) => {
  const fold = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  // Only once its content is drawn is there anything to scroll to.
  useLayoutEffect(() => {
    if (open && fold.current !== null) bringUp(fold.current)
  }, [open])
  return (
    <details
      ref={fold}
      class="tool"
      data-tool={name}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {open && children()}
    </details>
  )
}

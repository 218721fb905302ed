import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

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
  const [open, setOpen] = useState(false)
  return (
    <details
      class="tool"
      data-tool={name}
      open={open}
      onToggle={(event) => {
        const fold = event.currentTarget
        setOpen(fold.open)
        if (fold.open) bringUp(fold)
      }}
    >
      <summary>{title}</summary>
      {open && children()}
    </details>
  )
}

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

type Props = {
  /** How tests and styles find it. */
  name: string
  title: string
  children: () => ComponentChildren
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
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>{title}</summary>
      {open && children()}
    </details>
  )
}

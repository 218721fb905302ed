import { Component, type ComponentChildren, type ComponentType } from 'preact'

/** Every reading makes new figures, which seldom say anything new: they are looked into. */
const isSame = (a: unknown, b: unknown, depth: number): boolean => {
  if (Object.is(a, b)) return true
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object') return false
  if (a === null || b === null) return false
  const [before, after] = [Object.entries(a), Object.entries(b)]
  return (
    before.length === after.length &&
    after.every(([name, value]) => isSame((a as Record<string, unknown>)[name], value, depth - 1))
  )
}

/** Draws again only when a prop says something else: prices move, most of a card does not. */
export const memo = <Props extends object>(
  Drawing: (props: Props) => ComponentChildren,
): ComponentType<Props> =>
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>) {
      return !isSame(this.props, next, 2)
    }
    render() {
      return <Drawing {...this.props} />
    }
  }

import { Component, type ComponentChildren, type ComponentType } from 'preact'

const differs = (a: object, b: object): boolean => {
  const [before, after] = [Object.entries(a), Object.entries(b)]
  return (
    before.length !== after.length ||
    after.some(([name, value]) => !Object.is((a as Record<string, unknown>)[name], value))
  )
}

/** Draws again only when a prop has changed: prices move, most of a card does not. */
export const memo = <Props extends object>(
  Drawing: (props: Props) => ComponentChildren,
): ComponentType<Props> =>
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>) {
      return differs(this.props, next)
    }
    render() {
      return <Drawing {...this.props} />
    }
  }

import { Component, type ComponentChildren, type ComponentType } from 'preact'

const differs = (a: object, b: object): boolean => {
  const [before, after] = [Object.entries(a), Object.entries(b)]
  return (
    before.length !== after.length ||
    after.some(([name, value]) => !Object.is((a as Record<string, unknown>)[name], value))
  )
}

/** Drawn again only when something that it is given is another: prices move, most of a card does not. */
export const resting = <Props extends object>(
  Drawing: (props: Props) => ComponentChildren,
): ComponentType<Props> =>
  class Resting extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>) {
      return differs(this.props, next)
    }
    render() {
      return <Drawing {...this.props} />
    }
  }

import { useRef } from 'preact/hooks'

/** More than these are not counted at a glance: a figure takes their place. */
const MOST = 7

type Props = {
  count: number
  allowed: number
  /** Where no words next to them say so; false: it may be more. */
  isKnown?: boolean
}

/** Before a count of additions to which some may be missing. */
export const atLeast = (isKnown: boolean | undefined): string => (isKnown === false ? '≥ ' : '')

/**
 * One pip for each margin addition that was made or is left: full, hollow, and beyond the limit's line in
 * another shape and colour. Words next to it say the same, unless `isKnown` is given.
 */
export const Pips = ({ count, allowed, isKnown }: Props) => {
  // One that comes while it is looked at is seen to come; those that were there are not.
  const first = useRef(count)
  if (Math.max(count, allowed) > MOST) {
    return isKnown === undefined ? null : (
      <span class="pips" aria-hidden="true">
        {atLeast(isKnown)}
        {count}
      </span>
    )
  }
  const used = Math.min(count, allowed)
  const fresh = (index: number) => (index >= first.current ? '' : undefined)
  const pips = (kind: 'used' | 'free' | 'over', from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => (
      <i
        key={`${kind} ${String(from + at)}`}
        class={kind}
        data-fresh={kind === 'free' ? undefined : fresh(from + at)}
      />
    ))
  return (
    <span class="pips" aria-hidden="true">
      {atLeast(isKnown)}
      {pips('used', 0, used)}
      {pips('free', used, allowed)}
      {count > allowed && <i key="limit" class="limit" />}
      {pips('over', allowed, count)}
    </span>
  )
}

import { useRef } from 'preact/hooks'

/** More than these are not counted at a glance: the figure next to them says it. */
const MOST = 7

type Props = {
  count: number
  allowed: number
  /** It may be more: where no words next to them say so. */
  isLeast?: boolean
}

/** Before a count of additions to which some may be missing. */
export const atLeast = (isKnown: boolean | undefined): string => (isKnown === false ? '≥ ' : '')

/**
 * One pip for each margin addition that was made or is left: full, hollow, and beyond the limit's line in
 * another shape and colour. `null`: too many to be pips. The words next to it say the same.
 */
export const Pips = ({ count, allowed, isLeast = false }: Props) => {
  // One that comes while it is looked at is seen to come; those that were there are not.
  const first = useRef(count)
  if (Math.max(count, allowed) > MOST) return null
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
      {atLeast(!isLeast)}
      {pips('used', 0, used)}
      {pips('free', used, allowed)}
      {count > allowed && <i key="limit" class="limit" />}
      {pips('over', allowed, count)}
    </span>
  )
}

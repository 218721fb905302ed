import { useId, useState } from 'preact/hooks'
import {
  checkLimits,
  type LimitName,
  type LimitProblem,
  type Limits,
  limitText,
} from '@/lib/rules/limits'

type Asked = { limit: LimitName; limits: Limits; onChange: (limits: Limits) => void }

/**
 * The field of a limit. It is changed only if the whole set may stand; `problem` is why not.
 * `propose(undefined)`: no number. `described`: the ids of what is written at it.
 */
export const useProposal = ({ limit, limits, onChange }: Asked) => {
  const id = useId()
  const [problem, setProblem] = useState<LimitProblem | null>(null)
  const propose = (next: Limits[LimitName] | undefined): boolean => {
    const proposed = { ...limits, [limit]: next }
    const [found = null] = checkLimits(proposed)
    setProblem(found)
    if (found === null) onChange(proposed)
    return found === null
  }
  const described = problem === null ? `${id}-why` : `${id}-problem ${id}-why`
  return { id, limit, shown: limitText(limit, limits[limit]), described, problem, propose }
}

export type Proposal = ReturnType<typeof useProposal>

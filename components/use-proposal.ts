import { useState } from 'preact/hooks'
import { checkLimits, type LimitName, type LimitProblem, type Limits } from '@/lib/rules/limits'

type Asked = { limit: LimitName; limits: Limits; onChange: (limits: Limits) => void }

/** A limit is changed only if the whole set may stand; `problem` is why not. `undefined`: no number. */
export const useProposal = ({ limit, limits, onChange }: Asked) => {
  const [problem, setProblem] = useState<LimitProblem | null>(null)
  const propose = (next: Limits[LimitName] | undefined): boolean => {
    const proposed = { ...limits, [limit]: next }
    const [found = null] = checkLimits(proposed)
    setProblem(found)
    if (found === null) onChange(proposed)
    return found === null
  }
  return { problem, propose }
}

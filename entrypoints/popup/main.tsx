import { render } from 'preact'
import { LimitsForm, type LimitsNotice } from '@/components/LimitsForm'
import '@/components/tokens.css'
import type { Limits } from '@/lib/rules'
import { limitsItem } from '@/lib/storage'
import './style.css'

const root = document.getElementById('popup')
if (root !== null) {
  const stored = await limitsItem.load()
  const found: LimitsNotice =
    stored.state === 'damaged' || stored.state === 'newer' ? stored.state : null
  let limits = stored.value
  let notice: LimitsNotice = found

  const draw = () => {
    render(
      <LimitsForm limits={limits} notice={notice} onChange={(changed) => void save(changed)} />,
      root,
    )
  }
  const save = async (changed: Limits) => {
    limits = changed
    draw()
    try {
      await limitsItem.write(changed)
      notice = found
    } catch {
      // Nothing is shown as a limit that does not hold.
      limits = (await limitsItem.read()).value
      notice = found === 'newer' ? found : 'unsaved'
    }
    draw()
  }

  limitsItem.watch((changed) => {
    limits = changed
    draw()
  })
  draw()
}

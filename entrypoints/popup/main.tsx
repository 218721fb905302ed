import { render } from 'preact'
import { LimitsForm } from '@/components/LimitsForm'
import '@/components/tokens.css'
import { limitsItem } from '@/lib/storage'
import './style.css'

const root = document.getElementById('popup')
if (root !== null) {
  const stored = await limitsItem.load()
  let limits = stored.value
  const draw = () => {
    render(
      <LimitsForm
        limits={limits}
        damaged={stored.state === 'damaged'}
        onChange={(changed) => {
          limits = changed
          void limitsItem.write(changed)
          draw()
        }}
      />,
      root,
    )
  }
  limitsItem.watch((changed) => {
    limits = changed
    draw()
  })
  draw()
}

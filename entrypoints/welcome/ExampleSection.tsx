import { useState } from 'preact/hooks'
import { usePageTranslation } from '@/components/own-page/page-translation'
import { correctLedger } from '@/lib/ledger'
import type { Limits } from '@/lib/rules/limits'
import {
  after,
  type Example,
  type ExampleDeed,
  leverage,
  notional,
  start,
  step,
} from './example-exchange'
import { tell, untold } from './example-model'
import { ExamplePanel } from './ExamplePanel'

type Props = { limits: Limits; theme: string; palette: string }

const begin = () => ({ example: start, told: tell(untold(Date.now()), start) })

/** A position that can be lost without an account. */
export const ExampleSection = ({ limits, theme, palette }: Props) => {
  const { t, formats } = usePageTranslation()
  const [{ example, told }, setState] = useState(begin)
  const { end, mark, stop } = example
  const asset = 'USDT'
  const isStart = example === start

  const onDeed = (deed: ExampleDeed) =>
    setState((before) => {
      if (deed === 'restart') return begin()
      const next: Example = after(before.example, deed)
      return { example: next, told: tell(before.told, next) }
    })
  const share = formats.percent(step.share, 'up')
  const deeds: readonly (readonly [ExampleDeed, string])[] = [
    ['down', t('welcome.try.down', { share })],
    ['add', t('welcome.try.add', { amount: formats.amount(step.margin, asset, 'up') })],
    stop === null
      ? ['stop', t('welcome.try.stop', { price: formats.price(step.stop, 1) })]
      : ['no-stop', t('welcome.try.no-stop')],
  ]
  return (
    <div class="example" data-end={end?.kind}>
      <div class="deeds">
        <p class="note">
          {t('welcome.try.intro', {
            notional: formats.amount(notional, asset, 'up'),
            leverage: leverage.toFixed(),
          })}
        </p>
        <p class="mark">{t('welcome.try.mark', { price: formats.price(mark, 1) })}</p>
        <div class="buttons">
          {deeds.map(([deed, text]) => (
            <button
              key={deed === 'no-stop' ? 'stop' : deed}
              type="button"
              data-deed={deed}
              disabled={end !== null}
              onClick={() => onDeed(deed)}
            >
              {text}
            </button>
          ))}
          <button
            type="button"
            class="restart"
            data-deed="restart"
            disabled={isStart}
            onClick={() => onDeed('restart')}
          >
            {t('welcome.try.restart')}
          </button>
        </div>
        <p class="notice" data-bad="true" role="status">
          {end !== null &&
            t(`welcome.try.${end.kind}`, { amount: formats.amount(end.lost, asset, 'up') })}
        </p>
      </div>
      <ExamplePanel
        example={example}
        told={told}
        limits={limits}
        theme={theme}
        palette={palette}
        onCorrect={(correction) =>
          setState((before) => {
            const { now, ledger } = before.told
            const corrected = correctLedger(ledger, { ...correction, at: now })
            return { ...before, told: { ...before.told, ledger: corrected } }
          })
        }
      />
    </div>
  )
}

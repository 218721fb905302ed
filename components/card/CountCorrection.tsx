import type { EpisodeFacts } from '@/lib/rules/facts'
import { memo } from '../memo'
import { Select } from '../Select'
import { Fold } from '../tools/Fold'
import { useTranslation } from '../translation-context'

/** The trader's own word on the count of additions. It is recorded next to what was seen. */
export type PanelCorrection = { episode: string } & (
  | { says: 'not-an-addition' | 'was-an-addition' | 'take-back'; event: number }
  | { says: 'added-before'; additions: number }
)
export type OnCorrect = (correction: PanelCorrection) => void

type Props = { episode: EpisodeFacts; asset: string | null; onCorrect: OnCorrect }
type Rise = EpisodeFacts['rises'][number]

const TIMES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Asks about what funding explains as well, and lets the trader put the count right. */
export const CountCorrection = memo(({ episode, asset, onCorrect }: Props) => {
  const { t, formats, moments } = useTranslation()
  const say = (says: 'not-an-addition' | 'was-an-addition' | 'take-back', event: number) => () =>
    onCorrect({ episode: episode.id, says, event })
  const told = (key: 'correction.question' | 'correction.added', { amount, at }: Rise): string => {
    const time = moments.short(at) ?? t('unknown')
    return amount === null
      ? t(`${key}.no-amount`, { time })
      : t(key, { time, amount: formats.amount(amount, asset, 'up') })
  }
  const times = TIMES.map((count): [string, string] => [
    String(count),
    t('correction.before.times', { count }),
  ])
  return (
    <>
      {episode.rises
        .filter(({ asked }) => asked)
        .map((rise) => (
          <div key={rise.event} class="question" data-question={rise.event}>
            <p>{told('correction.question', rise)}</p>
            <button type="button" data-answer="yes" onClick={say('was-an-addition', rise.event)}>
              {t('correction.yes')}
            </button>
            <button type="button" data-answer="no" onClick={say('not-an-addition', rise.event)}>
              {t('correction.no')}
            </button>
          </div>
        ))}
      <Fold name="count" title={t('tool.count')}>
        {() => (
          <>
            <ul>
              {episode.rises
                .filter(({ asked }) => !asked)
                .map((rise) => (
                  <li key={rise.event} data-rise={rise.event}>
                    <span>
                      {told('correction.added', rise)}
                      {!rise.counts && ` · ${t('correction.not-counted')}`}
                    </span>
                    <button
                      type="button"
                      onClick={say(rise.counts ? 'not-an-addition' : 'was-an-addition', rise.event)}
                    >
                      {t(rise.counts ? 'correction.not-mine' : 'correction.mine')}
                    </button>
                  </li>
                ))}
            </ul>
            <label>
              {t('correction.before')}{' '}
              <Select
                data-action="added-before"
                value={String(episode.declaredAdditions ?? '')}
                options={
                  episode.declaredAdditions === null ? [['', t('unknown')], ...times] : times
                }
                onPick={(value) =>
                  onCorrect({ episode: episode.id, says: 'added-before', additions: Number(value) })
                }
              />
            </label>
            {episode.lastWord !== null && (
              <button
                type="button"
                data-action="take-back"
                onClick={say('take-back', episode.lastWord)}
              >
                {t('correction.take-back')}
              </button>
            )}
          </>
        )}
      </Fold>
    </>
  )
})

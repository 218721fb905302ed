import type { ComponentChildren } from 'preact'
import type { SettingsHandlers, ShownSettings } from '@/lib/rules/settings'
import { LimitField } from '../limits/LimitField'
import { LimitsNotices } from '../limits/LimitsNotices'
import { usePageTranslation } from '../own-page/page-translation'
import { SiteAccess } from '../own-page/SiteAccess'

type Props = {
  settings: ShownSettings
  on: SettingsHandlers
  /** To try: the panel on figures of our own. */
  example: ComponentChildren
}

const does = ['distance', 'additions', 'stop', 'before', 'unknown'] as const
const never = ['trade', 'keys', 'network', 'advice'] as const
const next = ['open', 'pin', 'keys'] as const
const chosen = ['maxMarginAdditions', 'capitalShareLimit', 'requireStopLoss'] as const
const lessons = [
  'welcome.lesson.isolated',
  'welcome.lesson.cross',
  'lesson.not-safer',
  'lesson.digs-deeper',
  'lesson.not-size',
  'lesson.plan-isolated',
  'lesson.plan-stop',
  'lesson.plan-share',
  'lesson.plan-limit',
] as const

/** After installing, and as help later: an example to play with first, then what it does, limits and lessons. */
export const WelcomePage = ({ settings, on, example }: Props) => {
  const { t } = usePageTranslation()
  const { limits, waiting, notice, isSiteMissing } = settings
  return (
    <main class="page welcome">
      <header class="lead">
        <p class="brand">
          <img src="/icon/48.png" alt="" width="24" height="24" />
          {t('name')}
        </p>
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.lead')}</p>
      </header>
      {isSiteMissing && <SiteAccess onAllow={on.allowSite} />}
      <section>
        <h2>{t('welcome.try')}</h2>
        {example}
      </section>
      <div class="pair">
        <section class="card">
          <h2>{t('welcome.does')}</h2>
          <ul>
            {does.map((each) => (
              <li key={each}>{t(`welcome.does.${each}`)}</li>
            ))}
          </ul>
        </section>
        <section class="card">
          <h2>{t('welcome.never')}</h2>
          <ul class="never">
            {never.map((each) => (
              <li key={each}>{t(`welcome.never.${each}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <section class="card choices">
        <h2>{t('welcome.limits')}</h2>
        <p class="note">{t('welcome.limits.intro')}</p>
        <LimitsNotices limits={limits} waiting={waiting} notice={notice} onCancel={on.cancel} />
        <div class="limit-row">
          {chosen.map((limit) => (
            <LimitField key={limit} limit={limit} limits={limits} onChange={on.limits} />
          ))}
        </div>
      </section>
      <section>
        <h2>{t('welcome.lessons')}</h2>
        <dl class="lessons">
          {lessons.map((each) => (
            <div key={each}>
              <dt>{t(each)}</dt>
              <dd>{t(`${each}.why`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="card">
        <h2>{t('welcome.next')}</h2>
        <ol>
          {next.map((each) => (
            <li key={each}>{t(`welcome.next.${each}`)}</li>
          ))}
        </ol>
      </section>
      <footer class="note">{t('panel.read-only')}</footer>
    </main>
  )
}

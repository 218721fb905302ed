import type { SettingsState } from '@/lib/rules/settings'
import { usePageTranslation } from './page-translation'

type Props = { state: NonNullable<SettingsState['site']>; onAllow: () => void }

/** Without it no panel is drawn anywhere, which must not look like "nothing to warn of". */
export const SiteAccess = ({ state, onAllow }: Props) => {
  const { t } = usePageTranslation()
  return (
    <section class="site-access" role="alert" data-site-access={state}>
      <p>{t(state === 'missing' ? 'site.missing' : 'site.given')}</p>
      {state === 'missing' && (
        <button type="button" data-action="allow-site" onClick={onAllow}>
          {t('site.allow')}
        </button>
      )}
    </section>
  )
}

import { useState } from 'preact/hooks'
import { usePageTranslation } from './page-translation'

/** Asks the browser; whether it lets us. */
type Props = { onAllow: () => Promise<boolean> }

/** Without it no panel is drawn anywhere, which must not look like "nothing to warn of". */
export const SiteAccess = ({ onAllow }: Props) => {
  const { t } = usePageTranslation()
  // Pages that stand open are still without us.
  const [isGiven, setGiven] = useState(false)
  return (
    <section class="site-access" role="alert" data-site-access={isGiven ? 'given' : 'missing'}>
      <p>{t(isGiven ? 'site.given' : 'site.missing')}</p>
      {!isGiven && (
        <button
          type="button"
          data-action="allow-site"
          onClick={() => void onAllow().then(setGiven)}
        >
          {t('site.allow')}
        </button>
      )}
    </section>
  )
}

import { usePageTranslation } from './page-translation'

/** From the popup to the page with what was done to each position. */
export const JournalLink = ({ href }: { href: string }) => {
  const { t } = usePageTranslation()
  return (
    <nav>
      <a href={href} target="_blank" rel="noreferrer">
        {t('popup.journal')}
      </a>
    </nav>
  )
}

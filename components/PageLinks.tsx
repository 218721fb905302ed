import { usePageTranslation } from './page-translation'

/** Our own pages. */
export type PageHrefs = Readonly<Partial<Record<'journal' | 'settings' | 'help', string>>>

/** From one page of ours to the others. */
export const PageLinks = ({ hrefs }: { hrefs: PageHrefs }) => {
  const { t } = usePageTranslation()
  const links = [
    ['journal', t('popup.journal')],
    ['settings', t('settings.title')],
    ['help', t('popup.help')],
  ] as const
  return (
    <nav>
      {links.map(([name, text]) =>
        hrefs[name] === undefined ? null : (
          <a key={name} href={hrefs[name]} target="_blank" rel="noreferrer" data-link={name}>
            {text}
          </a>
        ),
      )}
    </nav>
  )
}

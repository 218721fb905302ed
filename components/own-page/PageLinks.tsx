import { usePageTranslation } from './page-translation'

/** Our own pages. */
export type PageHrefs = Readonly<Partial<Record<'journal' | 'settings' | 'help', string>>>

type Props = {
  hrefs: PageHrefs
  /** The popup has some settings of its own: there, it is the page of all of them. */
  settings?: 'settings.title' | 'popup.settings'
}

/** From one page of ours to the others. */
export const PageLinks = ({ hrefs, settings = 'settings.title' }: Props) => {
  const { t } = usePageTranslation()
  const links = [
    ['journal', t('popup.journal')],
    ['settings', t(settings)],
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

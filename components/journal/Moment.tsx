import { usePageTranslation } from '../own-page/page-translation'

type Props = { at: number; form: 'short' | 'long' }

export const Moment = ({ at, form }: Props) => {
  const { t, moments } = usePageTranslation()
  const iso = moments.iso(at)
  return iso === null ? <>{t('unknown')}</> : <time dateTime={iso}>{moments[form](at)}</time>
}

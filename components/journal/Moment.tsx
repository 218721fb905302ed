import { usePageTranslation } from '../page-translation'
import { useMoments } from './use-moments'

type Props = { at: number; form: 'short' | 'long' }

export const Moment = ({ at, form }: Props) => {
  const { t } = usePageTranslation()
  const moments = useMoments()
  const iso = moments.iso(at)
  return iso === null ? <>{t('unknown')}</> : <time dateTime={iso}>{moments[form](at)}</time>
}

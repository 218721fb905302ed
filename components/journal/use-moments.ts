import { type Moments, momentsFor } from '@/lib/i18n'
import { usePageTranslation } from '../page-translation'

export const useMoments = (): Moments => {
  const { language } = usePageTranslation()
  return momentsFor(language)
}

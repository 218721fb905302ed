import { useMemo } from 'preact/hooks'
import { type Moments, momentsFor } from '@/lib/i18n'
import { usePageTranslation } from '../page-translation'

export const useMoments = (): Moments => {
  const { language } = usePageTranslation()
  return useMemo(() => momentsFor(language), [language])
}

import { useMemo } from 'preact/hooks'
import { type Moments, momentsFor } from '@/lib/i18n'
import { useTranslation } from '../translation-context'

export const useMoments = (): Moments => {
  const { language } = useTranslation()
  return useMemo(() => momentsFor(language), [language])
}

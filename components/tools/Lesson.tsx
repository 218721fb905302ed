import type { PanelKey } from '@/lib/i18n'
import { useTranslation } from '../translation-context'

/** Those that the panel has words for. */
export type LessonName = NameOf<PanelKey>
type NameOf<Key> = Key extends `lesson.${infer Name}.why` ? Name : never

/** One sentence where it applies, and why behind it. */
export const Lesson = ({ name }: { name: LessonName }) => {
  const { t } = useTranslation()
  return (
    <details class="lesson" data-lesson={name}>
      <summary>{t(`lesson.${name}`)}</summary>
      <p>{t(`lesson.${name}.why`)}</p>
    </details>
  )
}

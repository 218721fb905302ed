import { useTranslation } from '../translation-context'

export type LessonName =
  | 'not-safer'
  | 'digs-deeper'
  | 'not-size'
  | 'plan-isolated'
  | 'plan-stop'
  | 'plan-share'
  | 'plan-limit'

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

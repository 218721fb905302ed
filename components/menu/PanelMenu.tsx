import { SelfCheck } from './SelfCheck'
import type { SelfCheckApi } from './self-check-view'
import { useTranslation } from '../translation-context'

type Props = {
  selfCheck: SelfCheckApi | undefined
  /** Counts up each time the self-check is asked for by a key. */
  asked: number
}

/** What is wanted seldom: how the page was read, and what this is. */
export const PanelMenu = ({ selfCheck, asked }: Props) => {
  const { t } = useTranslation()
  return (
    <div class="menu" id="margin-brake-menu">
      {selfCheck !== undefined && <SelfCheck api={selfCheck} asked={asked} />}
      <footer>{t('panel.read-only')}</footer>
    </div>
  )
}

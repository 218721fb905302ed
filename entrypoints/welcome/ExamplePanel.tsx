import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OnCorrect } from '@/components/card/CountCorrection'
import { usePageTranslation } from '@/components/own-page/page-translation'
import { Panel } from '@/components/panel/Panel'
import panelStyles from '@/components/panel/styles.css?inline'
import { PanelContext } from '@/components/panel-context'
import { TranslationContext } from '@/components/translation-context'
import type { Limits } from '@/lib/rules/limits'
import { bracketMemory } from '@/lib/rules/planning'
import type { PanelSize } from '@/lib/rules/settings'
import type { Example } from './example-exchange'
import { modelOf, type Told } from './example-model'

/** Over the page it floats; here it stands in the text. */
const standing =
  ':host { position: static !important; z-index: auto !important; display: block !important }'

const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

type Props = {
  example: Example
  told: Told
  limits: Limits
  theme: string
  palette: string
  onCorrect: OnCorrect
}

/** The panel itself, with its own styles in a root of its own, on figures of the example. */
export const ExamplePanel = ({ example, told, limits, theme, palette, onCorrect }: Props) => {
  const speech = usePageTranslation()
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const brackets = useRef(bracketMemory())
  const [size, setSize] = useState<PanelSize>('normal')
  const [hideAmounts, setHideAmounts] = useState(false)
  const model = modelOf(example, told, limits)

  useEffect(() => {
    if (host.current === null) return
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [panelStyles, standing].map(sheetOf)
    const place = document.createElement('div')
    shadow.replaceChildren(place)
    setRoot(place)
  }, [])

  useEffect(() => {
    if (root === null) return
    brackets.current = brackets.current.after(model.positions.map(({ facts }) => facts))
    root.dataset['theme'] = theme
    root.dataset['palette'] = palette
    root.lang = speech.language
    render(
      <TranslationContext.Provider value={speech}>
        <PanelContext.Provider
          value={{ estimateOf: brackets.current.of, tickerOf: () => null, onCorrect }}
        >
          <Panel
            model={model}
            frame={{
              size,
              place: null,
              window: { width: 0, height: 0 },
              hideAmounts,
              onSize: setSize,
              onMove: () => undefined,
              onHideAmounts: setHideAmounts,
            }}
          />
        </PanelContext.Provider>
      </TranslationContext.Provider>,
      root,
    )
  })
  return <div ref={host} class="example-panel" />
}

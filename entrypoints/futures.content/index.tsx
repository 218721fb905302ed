import { render } from 'preact'
import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import type { PanelCorrection } from '@/components/CountCorrection'
import { CardSightContext } from '@/components/card-sight'
import { Panel } from '@/components/Panel'
import { TranslationContext } from '@/components/translation-context'
import tokens from '@/components/tokens.css?inline'
import { type Correction, emptyLedger } from '@/lib/ledger'

import {
  answerPopup,
  MOST_CORRECTIONS,
  onSelfCheckAsked,
  RefusedMessage,
  sendMessage,
} from '@/lib/messages'
import { marketOf, type PageReading, watchPage } from '@/lib/page'
import {
  badgeOf,
  bracketMemory,
  judgeLimits,
  lastBreach,
  type Limits,
  limitsAt,
  panelModel,
  type PanelModel,
} from '@/lib/rules'
import { type LedgerAnswer, ledgerItem, limitsItem, waitingLimitsItem } from '@/lib/storage'
import { attention } from './attention'
import { badgeSender } from './badge-sender'
import { companion } from './companion'
import decisionStyle from './decision.css?inline'
import { mountPanel } from './mount-panel'
import { observationSender } from './observation-sender'
import { outbox } from './outbox'
import { panelDress } from './panel-dress'
import { panelFrame } from './panel-frame'
import { selfCheckDoor } from './self-check-door'
import { playTone } from './sound'
import style from './style.css?inline'
import toolsStyle from './tools.css?inline'
import { steadyFacts } from './steady-facts'
import { tabCheckOf } from './tab-check-of'
import { warningSender } from './warning-sender'
import { watchOwnEnd } from './watch-own-end'
import './alive.css'

export default defineContentScript({
  matches: [
    'https://www.binance.com/futures/*',
    'https://www.binance.com/*/futures/*',
    'https://www.binance.com/delivery/*',
    'https://www.binance.com/*/delivery/*',
  ],
  excludeMatches: ['https://www.binance.com/*my/wallet/*'],
  // It would tell the page our id, and every start of ours.
  noScriptStartedPostMessage: true,

  async main(ctx) {
    if (marketOf(location.pathname) === null) return
    const isPrivate = browser.extension.inIncognitoContext
    const mount = mountPanel(document, [tokens, style, decisionStyle, toolsStyle])
    watchOwnEnd(ctx, mount)

    let reading: PageReading = { status: 'loading' }
    const factsOf = steadyFacts()
    const stored = isPrivate ? emptyLedger : (await ledgerItem.read()).value
    let episodes = factsOf(stored.open)
    let { closed } = stored
    let notice: LedgerAnswer['notice'] = null
    let limits: Limits = (await limitsItem.read()).value
    let { waiting } = (await waitingLimitsItem.read()).value
    let model: PanelModel | null = null

    const say = outbox<Correction, LedgerAnswer>({
      send: (corrections, since) =>
        sendMessage({ type: 'correct', since, corrections: [...corrections] }),
      atOnce: MOST_CORRECTIONS,
      onAnswer: (answer) => {
        onLedger(answer)
      },
      isUnsaved: ({ saved }) => !saved,
      isRefusal: (fault) => fault instanceof RefusedMessage,
    })
    const checks = await selfCheckDoor({
      document,
      version: browser.runtime.getManifest().version,
      private: isPrivate,
      signal: ctx.signal,
    })
    ctx.onInvalidated(
      answerPopup({
        check: () => tabCheckOf(checks.check()),
        judge: (wanted) => judgeLimits({ input: reading, episodes, now: Date.now() }, wanted),
      }),
    )
    const frame = await panelFrame({
      document,
      root: mount.root,
      signal: ctx.signal,
      onChange: () => {
        dress.follow()
        draw()
      },
    })
    const dress = panelDress({
      document,
      mount,
      appearance: frame.appearance,
      signal: ctx.signal,
      onChange: () => draw(),
    })
    let announcement: string | null = null
    let selfCheckAsked = 0
    ctx.onInvalidated(
      onSelfCheckAsked(() => {
        selfCheckAsked += 1
        if (frame.appearance().size === 'pill') frame.current()?.onSize('normal')
        draw()
      }),
    )

    const correct = (correction: PanelCorrection) => {
      void say([{ ...correction, at: Date.now() }])
    }
    const warn = warningSender({
      note: say,
      raise: (alert) => sendMessage({ type: 'alert', alert }),
      sound: playTone,
      speak: (text) => {
        announcement = text
      },
      translation: dress.speech,
    })
    const showBadge = badgeSender({
      send: (badge) => sendMessage({ type: 'badge', badge, language: dress.speech().language }),
      signal: ctx.signal,
    })
    const draw = () => {
      if (ctx.isInvalid) return
      model = panelModel({
        input: reading,
        episodes,
        limits: limitsAt(limits, waiting, Date.now()),
        previous: model,
        now: Date.now(),
      })
      looks.see(model)
      warn(model)
      showBadge(badgeOf(model), model.now)
      decision.draw()
      drawPanel()
    }
    const drawPanel = () => {
      if (model === null) return
      const breach = lastBreach(closed, limits, model.now)
      const place = frame.current()
      const { hideWhenFlat } = frame.appearance()
      const isHidden = hideWhenFlat && model.status === 'flat' && breach === null
      render(
        place === null || isHidden ? null : (
          <TranslationContext.Provider value={dress.speech()}>
            <CardSightContext.Provider value={looks.sight}>
              <Panel
                model={model}
                notice={notice}
                breach={breach}
                announcement={announcement}
                onCorrect={correct}
                estimateOf={brackets.of}
                selfCheck={checks.door}
                selfCheckAsked={selfCheckAsked}
                frame={place}
              />
            </CardSightContext.Provider>
          </TranslationContext.Provider>
        ),
        mount.root,
      )
    }
    const looks = attention(window, ctx.signal)
    ctx.addEventListener(mount.root as HTMLElement, 'scroll', looks.lookSoon, {
      capture: true,
      passive: true,
    })
    const brackets = bracketMemory()
    const decision = companion({
      brackets,
      document,
      root: mount.beside,
      signal: ctx.signal,
      note: (correction) => say([correction]),
      state: () => ({ reading, model }),
      translation: dress.speech,
      onDialogs: (boxes) => {
        frame.makeRoomFor(boxes)
        drawPanel()
      },
    })
    const onLedger = (answer: Pick<LedgerAnswer, 'open'> & Partial<LedgerAnswer>) => {
      const [facts, said] = [episodes, notice]
      episodes = factsOf(answer.open)
      notice = answer.notice === undefined ? notice : answer.notice
      if (facts !== episodes || said !== notice) draw()
    }
    ctx.onInvalidated(
      limitsItem.watch((changed) => {
        limits = changed
        draw()
      }),
    )
    ctx.onInvalidated(
      waitingLimitsItem.watch((changed) => {
        waiting = changed.waiting
        draw()
      }),
    )
    if (!isPrivate) {
      ctx.onInvalidated(
        ledgerItem.watch((changed) => {
          closed = changed.closed
          onLedger(changed)
          // An answer may have told of the open ones before.
          draw()
        }),
      )
    }

    const tell = observationSender({
      send: (observations, since) =>
        sendMessage({ type: 'observe', since, observations: [...observations] }),
      onAnswer: onLedger,
      tab: crypto.randomUUID(),
    })
    watchPage(document, {
      signal: ctx.signal,
      told: checks.told,
      mayWait: looks.mayWait,
      onReading: (next) => {
        reading = next
        tell(reading, Date.now())
        void say([])
        draw()
      },
    })
  },
})

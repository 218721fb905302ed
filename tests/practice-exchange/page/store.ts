import { useSyncExternalStore } from 'react'
import { Exchange, type ExchangeState, newState, refused } from '../engine/index.ts'
import { type Column, defaultView, type Language, type View, viewFrom } from '../view.ts'
import { type Place, placeOf } from './place.ts'
import { type Start, startFrom } from './start.ts'
import { type Words, wordsFor } from './words/index.ts'

const STATE = 'practice-exchange-state'
const VIEW = 'practice-exchange-view'
const TICK = 250
const TOAST = 2_500

export type Toast = { id: number; text: string; good: boolean }
export type Dialog = { kind: 'margin' | 'stops' | 'partial-stop'; id: number }

/** The page's memory: the exchange, how it is shown, and who wants to know when it changed. */
export class Store {
  readonly exchange: Exchange
  view: View
  place: Place
  overrides: Record<string, Partial<Record<Column, string>>> = {}
  toasts: Toast[] = []
  dialog: Dialog | null = null
  version = 0
  readonly #start: Start
  readonly #listeners = new Set<() => void>()
  #leads = false
  #toastId = 0

  constructor() {
    const parameters = new URLSearchParams(location.search)
    this.#start = startFrom(parameters)
    // What else lies on this host is somebody else's.
    if (this.#start.reset) for (const name of [STATE, VIEW]) localStorage.removeItem(name)
    this.exchange = new Exchange(this.#load() ?? this.newState())
    const saved = localStorage.getItem(VIEW)
    const base: View =
      saved === null ? defaultView : { ...defaultView, ...(JSON.parse(saved) as Partial<View>) }
    this.view = viewFrom(parameters, base)
    this.place = placeOf(location.pathname)
    this.#listen()
  }

  get language(): Language {
    return this.view.language === 'path' ? this.place.language : this.view.language
  }
  get words(): Words {
    return wordsFor(this.language, this.view.spelling)
  }

  /** A fresh exchange as the address asks for it. */
  newState(options: { seed?: number; wallets?: Record<string, number> } = {}): ExchangeState {
    const { seed, clock, positionMode, assetMode, fill } = this.#start
    const state = newState({ seed, now: clock ?? Date.now(), ...options })
    for (const account of Object.values(state.accounts)) {
      account.positionMode = positionMode
      account.assetMode = assetMode
    }
    new Exchange(state).fill(fill)
    return state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(save = true): void {
    this.version += 1
    if (save) localStorage.setItem(STATE, JSON.stringify(this.exchange.state))
    for (const listener of this.#listeners) listener()
  }

  /** Runs an action of the trader and says on the page what became of it. */
  act(done: string, action: () => unknown): boolean {
    const result = action()
    const failed = refused(result)
    this.toast(failed ? result.refused : done, !failed)
    this.changed()
    return !failed
  }

  toast(text: string, good: boolean): void {
    const id = (this.#toastId += 1)
    this.toasts = [...this.toasts, { id, text, good }]
    setTimeout(() => {
      this.toasts = this.toasts.filter((toast) => toast.id !== id)
      this.changed(false)
    }, TOAST)
  }

  show(dialog: Dialog | null): void {
    this.dialog = dialog
    this.changed(false)
  }

  setView(change: Partial<View>): void {
    this.view = { ...this.view, ...change }
    localStorage.setItem(VIEW, JSON.stringify(this.view))
    this.changed(false)
  }

  navigate(path: string): void {
    history.pushState(null, '', path)
    this.place = placeOf(location.pathname)
    this.changed(false)
  }

  #load(): ExchangeState | null {
    const text = localStorage.getItem(STATE)
    return text === null ? null : (JSON.parse(text) as ExchangeState)
  }

  /** One tab moves the market; the others follow what it saves. */
  #listen(): void {
    addEventListener('storage', ({ key }) => {
      if (key !== STATE) return
      this.exchange.state = this.#load() ?? this.exchange.state
      this.changed(false)
    })
    addEventListener('popstate', () => {
      this.place = placeOf(location.pathname)
      this.changed(false)
    })
    // A page that comes without https has no locks: there, each tab leads.
    const locks = navigator.locks as LockManager | undefined
    this.#leads = locks === undefined
    void locks?.request('practice-exchange-leader', () => {
      this.#leads = true
      return new Promise(() => undefined)
    })
    setInterval(() => this.#tick(), TICK)
  }

  #tick(): void {
    const still = this.#start.clock !== null && !this.view.path
    if (!this.#leads || still) return
    const behind = this.#start.clock === null ? Date.now() - this.exchange.state.now : 0
    if (behind > 0) this.exchange.advance(Math.min(behind, 60_000))
    if (this.view.path) {
      const open = this.exchange.account.positions.map(({ symbol }) => symbol)
      this.exchange.walk([...new Set([this.place.symbol, ...open])])
    }
    this.changed(this.view.path)
  }
}

export const store = new Store()

/** Re-renders when what `select` returns has changed. */
export const useStore = <T>(select: (store: Store) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store))

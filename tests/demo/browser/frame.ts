import { listeners } from './listeners.ts'

export type FrameWindow = Window & typeof globalThis

/** Who sends a message, by the browser's own word. */
export type Sender = { id: string; url: string; tab?: { id: number; incognito: boolean } }
export type MessageListener = (message: unknown, sender: Sender) => unknown
export type Change = { oldValue?: unknown; newValue?: unknown }
export type ChangeListener = (changes: Record<string, Change>) => void

/** What of the extension a frame holds: its background, a page of its own, or its script in somebody's page. */
export type FrameKind = 'background' | 'page' | 'content'

export type Frame = {
  window: FrameWindow
  kind: FrameKind
  sender: Sender
  messages: ReturnType<typeof listeners<MessageListener>>
  /** By name of the storage area. */
  changes: Record<'local' | 'session', ReturnType<typeof listeners<ChangeListener>>>
  tabUpdates: ReturnType<typeof listeners<() => void>>
  commands: ReturnType<typeof listeners<(name: string, tab?: { id: number }) => void>>
}

export const newFrame = (window: FrameWindow, kind: FrameKind, sender: Sender): Frame => ({
  window,
  kind,
  sender,
  messages: listeners(),
  changes: { local: listeners(), session: listeners() },
  tabUpdates: listeners(),
  commands: listeners(),
})

/**
 * Whatever goes from frame to frame goes as text, as a browser copies it: nobody holds an object of another, and what
 * arrives is made of the receiver's own arrays and objects.
 */
export const copyInto = ({ window }: Frame, text: string | undefined): unknown =>
  text === undefined ? undefined : (window.JSON.parse(text) as unknown)

export const textOf = (value: unknown): string | undefined => JSON.stringify(value)

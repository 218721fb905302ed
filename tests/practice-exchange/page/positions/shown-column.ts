import type { Column } from '../../view.ts'

export type ShownColumn = { key: string; column: Column; title: string; width: number }

import type { SelfCheckApi } from '@/components/menu/self-check-view'
import { makeReport, type SelfCheck, selfCheck } from '@/lib/page'

const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/** What the panel and the popup may ask of the reader about itself. */
export const createSelfCheckApi = ({
  document,
  version,
}: {
  document: Document
  version: string
}): { check: () => SelfCheck; api: SelfCheckApi } => {
  const check = (): SelfCheck => selfCheck(document, { now: Date.now() })
  return {
    check,
    api: { check, report: () => makeReport(document, { check: check(), version, random }) },
  }
}

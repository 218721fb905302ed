import { type Count, shareOf, type Tally } from './tally.ts'

const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`

const line = (name: string, count: Count): string =>
  [
    `  ${name}`.padEnd(32),
    String(count.pages).padStart(7),
    String(count.shown + count.missing).padStart(9),
    percent(shareOf(count)).padStart(9),
    String(count.untellable).padStart(11),
    String(count.wrong).padStart(7),
  ].join('')

const head = [
  ''.padEnd(32),
  'pages'.padStart(7),
  'figures'.padStart(9),
  'shown'.padStart(9),
  'untellable'.padStart(11),
  'wrong'.padStart(7),
].join('')

/** For each value of each dimension: how much of what a person can tell is shown, and what is wrong. */
export const tableOf = ({ all, byValue, byField }: Tally): string =>
  [
    head,
    line('all', all),
    '',
    'by field',
    ...[...byField].sort().map(([name, count]) => line(name, count)),
    ...[...byValue].flatMap(([dimension, values]) => [
      '',
      dimension,
      ...[...values].map(([value, count]) => line(value, count)),
    ]),
  ].join('\n')

const many = 40

/** Everything wrong with its seed; of much of it the first, and how often it happened. */
export const wrongOnes = ({ wrong }: Tally): string =>
  [
    ...wrong
      .slice(0, many)
      .map(
        ({ seed, what, tags }) =>
          `✗ seed ${seed}: ${what} (${['layout', 'language', 'wording', 'unit of size'].map((name) => tags[name]).join(', ')})`,
      ),
    ...(wrong.length > many ? [`… and ${wrong.length - many} more`] : []),
  ].join('\n')

export const poorestSeeds = ({ poorest }: Tally, count = 12): string =>
  [...poorest]
    .sort((a, b) => b.missing - a.missing)
    .slice(0, count)
    .map(({ seed, missing, of }) => `${seed} (${missing} of ${of})`)
    .join(', ')

/** How long a page takes: the usual one, one in a hundred, and the slowest with its seed. */
export const timesOf = ({ times }: Tally): string => {
  const sorted = [...times].sort((a, b) => a.milliseconds - b.milliseconds)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  const written = (share: number) => `${(at(share)?.milliseconds ?? 0).toFixed(1)} ms`
  return `read in ${written(0.5)}, one in a hundred ${written(0.99)}, slowest ${written(1)} (seed ${at(1)?.seed ?? '–'})`
}

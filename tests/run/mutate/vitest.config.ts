import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { reducedDecimal } from '../../../bundling/libraries.ts'

/**
 * The tests of the folder that is mutated. Each of them is quick; random histories and two thousand positions of the
 * practice exchange take half a minute, and stay out.
 */
export default defineConfig(async () => ({
  plugins: [...(await WxtVitest()), reducedDecimal],
  test: {
    include: [`tests/${process.env['MUTATED'] ?? 'lib/*'}/*.test.ts`],
    exclude: ['tests/lib/rules/liquidation-after.test.ts'],
    environment: 'node',
    isolate: false,
    server: { deps: { inline: ['decimal.js'] } },
  },
}))

import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        plugins: await WxtVitest(),
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx,js}'],
          exclude: ['tests/e2e/**'],
          environment: 'node',
        },
      },
    ],
  },
}))

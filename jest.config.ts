import type { Config } from 'jest'

const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '\\.(css)$': '<rootDir>/test/helpers/empty-style.ts' },
} as const

const config: Config = {
  // Milliseconds after which a test counts as hanging: a slow machine is no failure.
  testTimeout: 120_000,
  // More than processors: browsers, restarts and lost databases are mostly waited for.
  maxWorkers: 3,
  reporters: ['default', '<rootDir>/test/helpers/summary-reporter.ts'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/client/'],
    },
    {
      ...shared,
      displayName: 'jsdom',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
      testMatch: ['<rootDir>/test/client/**/*.test.ts', '<rootDir>/test/client/**/*.test.tsx'],
    },
  ],
}

export default config

/**
 * The last line of a test run, for people and for machines: `N passed, N failed, N skipped`. Before it, what was skipped and which of the
 * suites that need more than Node (a MongoDB, a Chromium) were tried. With PROOFROOM_TESTS=all a skip of those fails the run.
 */

interface Tested {
  readonly status: string
  readonly fullName: string
  readonly ancestorTitles: readonly string[]
}

interface Results {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly testFilePath: string
    readonly testExecError?: unknown
    readonly testResults: readonly Tested[]
  }[]
}

/** Names that describe blocks carry. */
const conditional: readonly string[] = ['on MongoDB', 'in Chromium']

type Tried = 'ran' | 'skipped' | 'absent'

export default class SummaryReporter {
  #missing = false

  onRunComplete(_contexts: unknown, results: Results): void {
    const tests = results.testResults.flatMap((file) => file.testResults)
    const states = conditional.map((name) => ({ name, state: triedOf(name, tests) }))
    this.#missing = states.some(({ state }) => state !== 'ran')
    const broken = results.testResults.filter((file) => file.testExecError)
    const failed = tests.filter((test) => test.status === 'failed').length + broken.length
    const lines = [
      ...tests.filter(isSkipped).map((test) => `skipped: ${test.fullName}`),
      ...states.map(({ name, state }) => `${name}: ${state}`),
      ...broken.map((file) => `did not run: ${file.testFilePath}`),
      `${results.numPassedTests} passed, ${failed} failed, ${tests.filter(isSkipped).length} skipped`,
    ]
    // After Jest's own summary, which comes once every reporter was told.
    setImmediate(() => process.stdout.write(`\n${lines.join('\n')}\n`))
  }

  /** Jest fails the run if this returns an error. */
  getLastError(): Error | undefined {
    return this.#missing && process.env.PROOFROOM_TESTS === 'all' ? new Error('suites on MongoDB or in Chromium did not run') : undefined
  }
}

const isSkipped = ({ status }: Tested): boolean => status === 'pending' || status === 'todo' || status === 'disabled'

function triedOf(name: string, tests: readonly Tested[]): Tried {
  const named = tests.filter((test) => test.ancestorTitles.some((title) => title.includes(name)))
  if (named.length === 0) return 'absent'
  return named.every(isSkipped) ? 'skipped' : 'ran'
}

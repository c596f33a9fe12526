/** The databases Proofroom runs on, for the suites that must hold on each. */
import { describe, test } from '@jest/globals'

export type Database = 'sqlite' | 'mongo'

const howToTry = 'set MONGO_URL, for example mongodb://127.0.0.1:27017/proofroom, to a server that tests may make databases on'

/** The same suite once on each database. What cannot run here is skipped aloud. */
export function onEachDatabase(what: string, suite: (database: Database) => void): void {
  describe(`${what} on SQLite`, () => suite('sqlite'))
  if (process.env.MONGO_URL) describe(`${what} on MongoDB`, () => suite('mongo'))
  else {
    process.stderr.write(`\nSKIPPED: ${what} on MongoDB. To run it, ${howToTry}\n`)
    describe(`${what} on MongoDB`, () => test.skip(`all of it: ${howToTry}`, () => undefined))
  }
}

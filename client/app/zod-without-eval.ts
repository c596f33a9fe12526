import { config } from 'zod'

/** Our pages forbid making code out of text; zod then reads schemas instead of compiling them. */
config({ jitless: true })

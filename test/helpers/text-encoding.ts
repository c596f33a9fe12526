/** jsdom has no TextEncoder; the router asks for one when it is loaded. Import this first. */
import { TextDecoder, TextEncoder } from 'node:util'

Object.assign(globalThis, { TextDecoder, TextEncoder })

/** What browsers are told about our pages. */
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** `secure`: browsers reach the server by https, so they may be told to insist on it. */
export const safetyHeaders = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        'font-src': ["'self'", 'data:'],
        // Radix and sonner place style elements of their own.
        'style-src': ["'self'", "'unsafe-inline'"],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
      },
    },
    // Share links are secrets: other sites never see where a visitor came from. 'no-referrer' would make our own forms send "Origin: null".
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
    // Only pages of secure origins may isolate themselves; elsewhere browsers warn.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  })

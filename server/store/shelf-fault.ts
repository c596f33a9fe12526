/** What a shelf rejects with while its database does not answer. */

/**
 * An Error with `code: 'store-unavailable'`: the database is gone, busy or closed. Whether what was asked took place is not certain;
 * ask again later. Every other rejection of a store is a fault of ours.
 */
export function storeUnavailable(cause: unknown): Error & { readonly code: 'store-unavailable' } {
  const why = cause instanceof Error ? cause.message : String(cause)
  return Object.assign(new Error(`the database does not answer: ${why}`, { cause }), { code: 'store-unavailable' as const })
}

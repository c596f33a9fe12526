/** How a page asks as somebody else: by this name in the query of what it fetches, and in the handshake of its live connection. */
export const asName = 'as'

/** A page that was open while the server was updated asks for pieces that are no longer there: it is loaded anew, once. */
const key = 'proofroom:loaded-anew'
/** Milliseconds in which a second failure is not the update's doing. */
const once = 60_000

export function loadNewPages(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(window.sessionStorage.getItem(key) ?? 0)
    if (Date.now() - last < once) return
    event.preventDefault()
    window.sessionStorage.setItem(key, String(Date.now()))
    window.location.reload()
  })
}

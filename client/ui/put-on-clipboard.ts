/** Puts words where they can be pasted: true only once they are there. Over plain http a browser has no clipboard but the old way. */
export async function putOnClipboard(words: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(words)
      return true
    }
  } catch {
    // Not allowed so: perhaps the old way.
  }
  return putTheOldWay(words)
}

/** A copy that the page itself answers: no field takes the focus or the selection for it. */
function putTheOldWay(words: string): boolean {
  let there = false
  const answer = (event: ClipboardEvent) => {
    if (!event.clipboardData) return
    event.clipboardData.setData('text/plain', words)
    event.preventDefault()
    event.stopPropagation()
    there = true
  }
  document.addEventListener('copy', answer, { capture: true })
  try {
    return document.execCommand('copy') && there
  } catch {
    return false
  } finally {
    document.removeEventListener('copy', answer, { capture: true })
  }
}

/** What the browser's tab, its history and a screen reader call the page. */
import { useEffect, useRef } from 'react'

const program = 'Proofroom'

/** Titles of what is mounted; what came last lies on top and is what one looks at. */
const titles: { current: string }[] = []

const show = (): void => {
  document.title = titles.at(-1)?.current || program
}

export function usePageTitle(...parts: readonly (string | null | undefined)[]): void {
  const title = parts.filter(Boolean).join(' – ')
  const own = useRef(title)
  useEffect(() => {
    const entry = own
    titles.push(entry)
    show()
    return () => {
      titles.splice(titles.indexOf(entry), 1)
      show()
    }
  }, [])
  useEffect(() => {
    own.current = title
    show()
  }, [title])
}

/** English or German: what the browser asks for, until somebody chooses. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'react-intl'
import { en } from '../messages/en.ts'
import { regional } from './regional.ts'

export type Language = 'en' | 'de'
const kept = 'proofroom:language'

const Chosen = createContext<{ readonly language: Language; readonly choose: (language: Language) => void }>({
  language: 'en',
  choose: () => undefined,
})

function firstLanguage(): Language {
  const stored = localStorage.getItem(kept)
  if (stored === 'en' || stored === 'de') return stored
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en'
}

export function LanguageRoom({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly messages: Record<string, string> } | null>(
    language === 'en' ? { language, messages: en } : null,
  )
  useEffect(() => {
    let here = true
    document.documentElement.lang = language
    if (language === 'en') setLoaded({ language, messages: en })
    else void import('../messages/de.ts').then(({ de }) => here && setLoaded({ language, messages: de }))
    return () => {
      here = false
    }
  }, [language])
  const choose = useCallback((next: Language) => {
    localStorage.setItem(kept, next)
    setLanguage(next)
  }, [])
  const value = useMemo(() => ({ language, choose }), [language, choose])
  if (!loaded) return null
  return (
    <Chosen value={value}>
      <IntlProvider locale={regional(loaded.language, navigator.languages)} defaultLocale="en" messages={loaded.messages}>
        {children}
      </IntlProvider>
    </Chosen>
  )
}

interface OtherLanguage {
  readonly language: Language
  /** In that language. */
  readonly name: string
  readonly choose: () => void
}

export function useOtherLanguage(): OtherLanguage {
  const { language, choose } = useContext(Chosen)
  const other: Language = language === 'en' ? 'de' : 'en'
  return { language: other, name: other === 'de' ? 'Deutsch' : 'English', choose: () => choose(other) }
}

export function LanguageSwitch() {
  const other = useOtherLanguage()
  return (
    <button type="button" className="btn" lang={other.language} onClick={other.choose}>
      {other.name}
    </button>
  )
}

/** Below this, every colour goes by the studio's name for it: in tiles, menus, filters and help, in every language. */
import { type ReactNode, useMemo } from 'react'
import { createIntl, createIntlCache, type IntlShape, RawIntlProvider, useIntl } from 'react-intl'
import type { LabelNames } from '../../common/gallery/labels.ts'
import { useGallery } from './use-gallery.tsx'

export function LabelWords({ children }: { readonly children: ReactNode }) {
  const intl = useIntl()
  const labels = useGallery().gallery?.labels
  const named = useMemo(() => (labels ? withLabels(intl, labels) : intl), [intl, labels])
  return <RawIntlProvider value={named}>{children}</RawIntlProvider>
}

/** As it stands, whatever signs of the message language a name holds. */
export const literal = (name: string): string =>
  name.replace(/('*)([{}<>][{}<>']*)|'+/g, (run, before: string | undefined, signs: string | undefined) =>
    signs === undefined ? twice(run) : `${twice(before ?? '')}'${twice(signs)}'`,
  )

const twice = (quotes: string): string => quotes.replace(/'/g, "''")

function withLabels(intl: IntlShape, labels: LabelNames): IntlShape {
  const names = Object.fromEntries(Object.entries(labels).map(([label, name]) => [`label.${label}`, literal(name)]))
  const { locale, defaultLocale, timeZone, onError, messages } = intl
  return createIntl(
    { locale, defaultLocale, onError, messages: { ...(messages as Record<string, string>), ...names }, ...(timeZone ? { timeZone } : {}) },
    createIntlCache(),
  )
}

/** Deutsch zu `view-as.en.ts`. */
import type { viewAsEn } from './view-as.en.ts'

export const viewAsDe: typeof viewAsEn = {
  'as.door': 'Ansehen als …',
  'as.of': 'Ansehen als {name}',
  'as.whom': 'Ansehen als',
  'as.title': 'Ansehen als {name}',
  'as.change': 'Wechseln',
  'as.leave': 'Verlassen',
  'as.frame': 'Die Galerie, wie {name} sie sieht',
  'as.nothingKept': 'Was Sie hier drücken, wird nicht behalten',
  'as.notYet': '<b>Noch nicht online.</b> So wird die Galerie aussehen, sobald sie es ist; bis dahin bleibt die Tür zu.',
  'as.notNow': '<b>Zurzeit nicht online.</b> So wird die Galerie aussehen, sobald sie es wieder ist; bis dahin bleibt die Tür zu.',
  'as.terms': '<b>Bedingungen noch nicht angenommen.</b> Bis dahin steht diese Seite vor den Fotos.',
  'as.notices': 'Meldungen im Rahmen',
  'as.size': 'Größe',
  'as.size.desk': 'Computer',
  'as.size.phone': 'Handy',
  'as.counts': '<b>{n} von {of}</b> {of, plural, one {Foto} other {Fotos}}',
  'as.counts.dimmed':
    '<b>{n} von {of}</b> {of, plural, one {Foto} other {Fotos}}, {dimmed, plural, one {# verborgenes} other {# verborgene}} blass',
  'as.sees': '{role}, {n, plural, one {# Foto} other {# Fotos}}',
  'as.seesNothing': '{role}, sieht nichts',
  'as.nobody': 'Nicht mehr geteilt',
  'as.bare': 'Irgendjemand mit der Adresse',
  'as.bare.role': 'Gast',
  'as.bare.nothing': 'Nichts, solange sie privat ist',
}

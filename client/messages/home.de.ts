/** Startseite des Studios. Deutsch zu `home.en.ts`. */
import type { homeEn } from './home.en.ts'

export const homeDe: Readonly<Record<keyof typeof homeEn, string>> = {
  'home.scenes': '{n, plural, one {# Szene} other {# Szenen}}',
  'home.until': 'bis {day}',
  'home.sort': 'Reihenfolge: {sort}',
  'home.sort.activity': 'Letzte Aktivität',
  'home.sort.name': 'Name',
  'home.inside.names': 'Gerade da: {names}',
  'now.title': 'Gerade da',
  'now.nobody': 'Im Moment ist niemand da.',
  'now.more': '{n, plural, one {und # weitere Person} other {und # weitere}}',
  'now.draws': '{who} zeichnet auf {photo}',
  'now.looks': '{who} sieht {photo} an',
  'now.compares': '{who} vergleicht {photo}',
  'now.surveys': '{who} sichtet, gerade {photo}',
  'now.inside': '{who} ist da',
  'news.title': 'Neu für Sie',
  'news.nothing': 'Nichts Neues, seit Sie zuletzt in Ihren Galerien waren.',
  'news.more': '{n, plural, one {und # Zeile mehr, in ihrer Galerie} other {und # Zeilen mehr, in ihren Galerien}}',
  'account.studios': 'Studios',
  'account.owner': 'Inhaber',
  'account.member': 'Mitglied',
  'account.asClient': 'Als Kunde',
}

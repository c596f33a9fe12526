export const sharesDe = {
  'share.feedback.usual': 'Wie die Galerie: {mode}',
  'share.feedback.alone': 'Nur das Studio sieht, was sie markieren, schreiben und zeichnen.',
  'share.feedback.team':
    'Hauptkunden, die teilen, sehen Markierungen und Worte der anderen, während sie entstehen. Ebenso alle, deren Link „Alle gemeinsam“ sagt.',
  'share.feedback.all':
    'Sie sehen mit Namen die Markierungen und Worte aller, die teilen, während sie entstehen; und alle, die teilen, sehen ihre.',
  'link.feedback.private': 'alle für sich',
  'link.feedback.clientTeam': 'Hauptkunden gemeinsam',
  'link.feedback.collaborative': 'alle gemeinsam',
  'link.lowered': 'weniger Rechte',
  'people.count': '{n, plural, one {# Person} other {# Personen}}',
  'people.find': 'Person suchen',
  'people.visitors': 'Besucher',
  'people.team': 'Studio',
  'people.nobodyFits': 'So heißt hier niemand.',
  'revoke.person': '{name} die Galerie entziehen?',
  'revoke.person.more':
    'Diese Galerie ist dann nicht mehr zu sehen, und der eigene Link führt nicht wieder hinein. Alles Markierte, Geschriebene und Gezeichnete bleibt.',
  'revoke.link': 'Den Link {name} zurückziehen?',
  'revoke.link.more':
    'Er öffnet sich für niemanden mehr, und wer durch ihn kam, sieht diese Galerie nicht mehr. Alles Markierte, Geschriebene und Gezeichnete bleibt.',
}

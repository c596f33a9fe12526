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
}

/** With whom feedback is shared, who is in a gallery, and taking it back. */
export const sharesEn = {
  'share.feedback.usual': 'As the gallery: {mode}',
  'share.feedback.alone': 'Nobody but the studio sees what they mark, write and draw.',
  'share.feedback.team':
    'Main clients who share see each other’s marks and words as they are made. So do people whose link says “All together”.',
  'share.feedback.all':
    'They see the marks and words of everybody who shares, with names, as they are made; and everybody who shares sees theirs.',
  'link.feedback.private': 'each for themselves',
  'link.feedback.clientTeam': 'main clients together',
  'link.feedback.collaborative': 'all together',
  'link.lowered': 'fewer rights',
  'people.count': '{n, plural, one {# person} other {# people}}',
  'people.find': 'Find a person',
  'people.visitors': 'Visitors',
  'people.team': 'Studio',
  'people.nobodyFits': 'Nobody here is called so.',
  'revoke.person': 'Send {name} away?',
  'revoke.person.more':
    'They no longer see this gallery, and their link does not let them in again. What they marked, wrote and drew stays.',
  'revoke.link': 'Revoke the link {name}?',
  'revoke.link.more':
    'It opens for nobody any more, and whoever came by it no longer sees this gallery. What they marked, wrote and drew stays.',
}

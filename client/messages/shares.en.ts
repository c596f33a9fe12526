/** What the share dialog says about whom feedback is shared with. */
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
}

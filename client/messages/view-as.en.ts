/** What is said where staff look at a gallery as somebody else. */
export const viewAsEn = {
  'as.door': 'View as…',
  'as.of': 'View as {name}',
  'as.whom': 'View as',
  'as.title': 'Viewing as {name}',
  'as.change': 'Change',
  'as.leave': 'Leave',
  'as.frame': 'The gallery as {name} sees it',
  'as.nothingKept': 'Nothing you press here is kept',
  'as.notices': 'Notices inside the frame',
  'as.size': 'Size',
  'as.size.desk': 'Desk',
  'as.size.phone': 'Phone',
  'as.counts': '<b>{n} of {of}</b> {of, plural, one {photo} other {photos}}',
  'as.counts.dimmed':
    '<b>{n} of {of}</b> {of, plural, one {photo} other {photos}}, {dimmed, plural, one {# hidden one} other {# hidden ones}} dimmed',
  'as.sees': '{role}, {n, plural, one {# photo} other {# photos}}',
  'as.seesNothing': '{role}, sees nothing',
  'as.nobody': 'Shared with no more',
  'as.bare': 'Anybody with the address',
  'as.bare.role': 'Guest',
  'as.bare.nothing': 'Nothing while private',
}

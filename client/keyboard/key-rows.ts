/** What the keyboard's help lists. */
/** Names of keys that can be laid elsewhere stand for whatever key they have now. */
export type Row = readonly [keys: readonly string[], says: string]

export const moving: readonly Row[] = [
  [['←', '→', '↑', '↓'], 'keys.move'],
  [['loupe', '↵'], 'keys.loupe'],
  [['grid', 'Esc'], 'keys.grid'],
  [['zoom'], 'keys.zoom'],
  [['comment'], 'keys.comment'],
  [['larger', 'smaller'], 'keys.zoomBy'],
  [['panels'], 'keys.panels'],
  [['full'], 'keys.full'],
  [['help'], 'keys.help'],
  [['⌘ Ctrl', '/'], 'keys.help.always'],
]
export const lightroom: readonly Row[] = [
  [['choose'], 'keys.choose'],
  [['pick'], 'keys.pick'],
  [['reject'], 'keys.reject'],
  [['unflag'], 'keys.unflag'],
  [['favourite'], 'keys.favourite'],
  [['stars1', '–', 'stars5'], 'keys.stars'],
  [['stars0'], 'keys.noStars'],
  [['red'], 'label.red'],
  [['yellow'], 'label.yellow'],
  [['green'], 'label.green'],
  [['blue'], 'label.blue'],
  [['purple'], 'label.purple'],
]
export const simple: readonly Row[] = [
  [['green'], 'label.green'],
  [['yellow'], 'label.yellow'],
  [['red'], 'label.red'],
  [['clear'], 'keys.noLabel'],
  [['choose'], 'keys.choose'],
  [['pick'], 'keys.pick'],
  [['reject'], 'keys.reject'],
  [['unflag'], 'keys.unflag'],
  [['favourite'], 'keys.favourite'],
]
export const side: readonly Row[] = [
  [['compare'], 'keys.compare'],
  [['survey'], 'keys.survey'],
  [['←', '→'], 'keys.activate'],
  [['↑', '↓'], 'keys.candidate'],
  [['swap'], 'keys.swap'],
  [['together'], 'keys.together'],
  [['⌫', 'drop'], 'keys.drop'],
]
export const drawing: readonly Row[] = [
  [['draw'], 'keys.draw'],
  [['select'], 'draw.tool.select'],
  [['pen'], 'draw.tool.pen'],
  [['highlight'], 'draw.tool.highlight'],
  [['line'], 'draw.tool.line'],
  [['arrow'], 'draw.tool.arrow'],
  [['rectangle'], 'draw.tool.rectangle'],
  [['ellipse'], 'draw.tool.ellipse'],
  [['text'], 'draw.tool.text'],
  [['pin'], 'draw.tool.pin'],
  [['←', '→', '↑', '↓'], 'keys.draw.nudge'],
  [['⌦'], 'keys.draw.delete'],
  [['⌘ Ctrl', 'duplicate'], 'keys.draw.duplicate'],
  [['⇧'], 'keys.draw.even'],
  [['␣'], 'keys.draw.pan'],
]
export const acting: readonly Row[] = [
  [['⇧', 'pick'], 'keys.advance'],
  [['⌘ Ctrl', 'undo'], 'keys.undo'],
  [['⇧', '⌘ Ctrl', 'undo'], 'keys.redo'],
  [['⌘ Ctrl', 'all'], 'keys.all'],
  [['⌘ Ctrl', 'palette'], 'palette.key'],
  [['laser'], 'live.laser.key'],
]

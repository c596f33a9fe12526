import { FormattedMessage, useIntl } from 'react-intl'
import { Dialog } from '../ui/dialog.tsx'
import type { KeyScheme } from './keys.ts'

type Row = readonly [keys: readonly string[], says: string]

const moving: readonly Row[] = [
  [['←', '→', '↑', '↓'], 'keys.move'],
  [['E', '↵'], 'keys.loupe'],
  [['G', 'Esc'], 'keys.grid'],
  [['Z'], 'keys.zoom'],
  [['M'], 'keys.comment'],
  [['+', '−'], 'keys.zoomBy'],
  [['I'], 'keys.panels'],
  [['F'], 'keys.full'],
  [['?'], 'keys.help'],
]
const lightroom: readonly Row[] = [
  [['P'], 'keys.pick'],
  [['X'], 'keys.reject'],
  [['U'], 'keys.unflag'],
  [['H'], 'keys.favourite'],
  [['1', '–', '5'], 'keys.stars'],
  [['0'], 'keys.noStars'],
  [['6'], 'label.red'],
  [['7'], 'label.yellow'],
  [['8'], 'label.green'],
  [['9'], 'label.blue'],
]
const simple: readonly Row[] = [
  [['1'], 'label.green'],
  [['2'], 'label.yellow'],
  [['3'], 'label.red'],
  [['0'], 'keys.noLabel'],
  [['P'], 'keys.pick'],
  [['X'], 'keys.reject'],
  [['U'], 'keys.unflag'],
  [['H'], 'keys.favourite'],
]
const side: readonly Row[] = [
  [['C'], 'keys.compare'],
  [['N'], 'keys.survey'],
  [['←', '→'], 'keys.activate'],
  [['↑', '↓'], 'keys.candidate'],
  [['S'], 'keys.swap'],
  [['K'], 'keys.together'],
  [['⌫', '/'], 'keys.drop'],
]
const drawing: readonly Row[] = [
  [['D'], 'keys.draw'],
  [['V'], 'draw.tool.select'],
  [['B'], 'draw.tool.pen'],
  [['H'], 'draw.tool.highlight'],
  [['L'], 'draw.tool.line'],
  [['A'], 'draw.tool.arrow'],
  [['R'], 'draw.tool.rectangle'],
  [['O'], 'draw.tool.ellipse'],
  [['T'], 'draw.tool.text'],
  [['M'], 'draw.tool.pin'],
  [['←', '→', '↑', '↓'], 'keys.draw.nudge'],
  [['⌦'], 'keys.draw.delete'],
  [['⌘ Ctrl', 'D'], 'keys.draw.duplicate'],
  [['⇧'], 'keys.draw.even'],
  [['␣'], 'keys.draw.pan'],
]
const acting: readonly Row[] = [
  [['⇧', '1'], 'keys.advance'],
  [['⌘ Ctrl', 'Z'], 'keys.undo'],
  [['⇧', '⌘ Ctrl', 'Z'], 'keys.redo'],
  [['⌘ Ctrl', 'A'], 'keys.all'],
]

/** Which key does what. */
export function HelpDialog({ scheme, onClose }: { readonly scheme: KeyScheme; readonly onClose: () => void }) {
  const intl = useIntl()
  return (
    <Dialog title={intl.formatMessage({ id: 'keys.title' })} wide onClose={onClose}>
      <div className="key-help">
        <Keys title="keys.moving" rows={moving} />
        <Keys title="keys.marking" rows={scheme === 'simple' ? simple : lightroom} />
        <Keys title="keys.side" rows={side} />
        <Keys title="keys.acting" rows={acting} />
        <Keys title="keys.drawing" rows={drawing} />
      </div>
    </Dialog>
  )
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <section>
      <h3>
        <FormattedMessage id={title} />
      </h3>
      <dl>
        {rows.map(([keys, says]) => (
          <div key={says}>
            <dt>{keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>
              <FormattedMessage id={says} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

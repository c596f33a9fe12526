import { Pause, Play, TriangleAlert, X } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { refusalText } from '../../ui/refusal-text.ts'
import type { UploadProgress, UploadQueue } from './upload-queue.ts'

/** Bottom right of the desk: how far, how fast, how long, and what broke off. */
export function UploadPanel({ queue, progress }: { readonly queue: UploadQueue; readonly progress: UploadProgress }) {
  const intl = useIntl()
  const { items, paused, speed, left } = progress
  if (items.length === 0) return null
  const bytes = items.reduce((sum, item) => sum + item.file.size, 0)
  const sent = items.reduce((sum, item) => sum + item.sent, 0)
  const ready = items.filter((item) => item.state === 'done').length
  const failed = items.filter((item) => item.state === 'failed')
  const over = ready + failed.length === items.length
  // Once nothing is under way, what arrived; until then what was sent.
  const share = over ? ready / items.length : bytes > 0 ? Math.min(1, sent / bytes) : 0
  return (
    <section className="up" aria-label={intl.formatMessage({ id: 'upload.title' })}>
      <div className="a">
        <span role="status">
          <FormattedMessage
            id={over ? 'upload.done' : paused ? 'upload.paused' : 'upload.going'}
            values={{ done: ready, all: items.length }}
          />
        </span>
        <span className="grow" />
        {!over && (
          <button
            type="button"
            className="ib"
            aria-label={intl.formatMessage({ id: paused ? 'upload.resume' : 'upload.pause' })}
            onClick={() => (paused ? queue.resume() : queue.pause())}
          >
            {paused ? <Play className="i" aria-hidden="true" /> : <Pause className="i" aria-hidden="true" />}
          </button>
        )}
        {over && (
          <button type="button" className="ib" aria-label={intl.formatMessage({ id: 'close' })} onClick={() => queue.clear()}>
            <X className="i" aria-hidden="true" />
          </button>
        )}
      </div>
      <div
        className="pb"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-label={intl.formatMessage({ id: 'upload.title' })}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      {!over && (
        <div className="b">
          <span className="edge l">{speed > 0 && `${intl.formatNumber(speed / 1e6, { maximumFractionDigits: 1 })} MB/s`}</span>
          <span className="edge l">{!paused && left !== null && speed > 0 && <TimeLeft milliseconds={left} />}</span>
        </div>
      )}
      {failed.length > 0 && (
        <div className="fails">
          <ul>
            {failed.slice(0, 4).map((item) => (
              <li key={item.photo}>
                <TriangleAlert className="i s" aria-hidden="true" />
                <span>
                  <b>{item.file.name}</b> {refusalText({ code: item.code ?? 'failed' }, intl)}
                </span>
              </li>
            ))}
          </ul>
          <button type="button" className="tx" onClick={() => queue.retry()}>
            <FormattedMessage id="upload.retry" values={{ n: failed.length }} />
          </button>
        </div>
      )}
    </section>
  )
}

function TimeLeft({ milliseconds }: { readonly milliseconds: number }) {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  return seconds < 90 ? (
    <FormattedMessage id="upload.secondsLeft" values={{ n: seconds }} />
  ) : (
    <FormattedMessage id="upload.minutesLeft" values={{ n: Math.round(seconds / 60) }} />
  )
}

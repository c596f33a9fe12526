import { Component, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import './plain.css'

/** The last net: a fault while drawing a page becomes a sentence with a way on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main className="plain" role="alert">
        <h1>
          <FormattedMessage id="broken.title" />
        </h1>
        <p>
          <FormattedMessage id="broken.text" />
        </p>
        <button type="button" className="btn solid big" onClick={() => window.location.reload()}>
          <FormattedMessage id="broken.reload" />
        </button>
      </main>
    )
  }
}

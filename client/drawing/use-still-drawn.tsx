/** What is drawn on a picture that is only looked at: ink, strokes while others draw them, and pins that lead to their words. */
import type { ReactNode } from 'react'
import type { CommentId, PhotoId, VersionId } from '../../common/ids.ts'
import { MovingInkLayer, StillInk } from '../canvas/ink-layers.tsx'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { useOthersInk, useOthersStrokes } from './others-ink.ts'
import { Pins } from './pins.tsx'
import { useOpenInk } from './use-ink.ts'
import './draw.css'

export interface StillDrawnAsk {
  readonly photo: PhotoId
  readonly version: VersionId | null
  readonly onThread: (thread: CommentId) => void
}

export interface StillDrawn {
  readonly layers: (at: Placed) => ReactNode
  readonly over: (at: Placed) => ReactNode
}

/** Several pictures are on the screen at once: one without ink has no layers either. */
export function useStillDrawn({ photo, version, onThread }: StillDrawnAsk): StillDrawn {
  const open = useOpenInk(photo, version)
  const strokes = useOthersStrokes(photo, version, open.known)
  const others = useOthersInk(strokes)
  return {
    layers: (at) => (
      <>
        {open.inks.length > 0 && <StillInk sheet={at} inks={open.inks} />}
        {strokes.length > 0 && <MovingInkLayer sheet={at} source={others} />}
      </>
    ),
    over: (at) => <Pins at={at} open={open} onOpen={onThread} />,
  }
}

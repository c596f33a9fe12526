/** A share link: opens at once when nothing is needed, else asks for what is. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { OpenedLink } from '../../common/protocol/http.ts'
import type { Refusal } from '../../common/result.ts'
import { arriving } from '../app/arriving.tsx'
import { meChanged } from '../app/me-changed.ts'
import { Waiting, waiting } from '../app/waiting.tsx'
import { api } from '../net/api.ts'
import { rememberedLink, rememberLink } from '../net/who.ts'
import { ClosedDoor } from './closed-door.tsx'
import { wantedIn } from './wanted.ts'

const LinkAsk = arriving(() => import('./link-ask.tsx').then((m) => m.LinkAsk), waiting)

export type Needed = Extract<OpenedLink, { needs: string }>
export interface LinkAnswers {
  readonly name?: string
  readonly code?: string
  readonly mailCode?: string
}
/** Refusals that are about what was typed: the door stays and says so. */
const typed = new Set(['code-needed', 'code-wrong', 'name-needed', 'too-many', 'malformed', 'retry'])

export function LinkDoor() {
  const { token = '' } = useParams()
  const navigate = useNavigate()
  const [needed, setNeeded] = useState<Needed | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const answers = useRef<LinkAnswers>({})
  const open = useCallback(
    async (more: LinkAnswers) => {
      const all = { ...answers.current, ...more }
      const answer = await api.openLink({ token, ...all })
      if (!answer.ok) {
        const known = answer.refusal.code === 'retry' ? await rememberedLink(token) : null
        if (known) return navigate(`/g/${known}`, { replace: true })
        return setRefusal(answer.refusal)
      }
      answers.current = all
      setRefusal(null)
      if (answer.value.gallery === null) return setNeeded(answer.value)
      await meChanged()
      await rememberLink(token, answer.value.gallery)
      await navigate(wantedIn(answer.value.gallery), { replace: true })
    },
    [token, navigate],
  )
  const first = useRef('')
  useEffect(() => {
    if (first.current === token) return
    first.current = token
    answers.current = {}
    setNeeded(null)
    void open({})
  }, [token, open])
  if (refusal && !(needed && typed.has(refusal.code))) return <ClosedDoor refusal={refusal} onRetry={() => void open({})} />
  if (!needed) return <Waiting />
  return <LinkAsk key={needed.needs} needed={needed} refusal={refusal} onAnswer={open} />
}

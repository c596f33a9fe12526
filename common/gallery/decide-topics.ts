/** What is to be talked about: anybody who may say something to photos adds one; whoever leads ticks off. */
import { topicsPerGallery } from '../limits.ts'
import { done, refuse } from '../result.ts'
import { same } from '../same.ts'
import { authorOf, type Decided, type Of } from './asked.ts'
import type { Topic } from './session-model.ts'
import { leads, photoToTalkAbout, seenEntry } from './session-state.ts'
import { removed, written } from './state.ts'

export function addTopic(asked: Of<'topic:add'>): Decided {
  const { state, command, at } = asked
  const photo = photoToTalkAbout(asked, command.photo)
  if (!photo.ok) return photo
  const topic: Topic = { kind: 'topic', id: command.id, photo: photo.value.id, text: command.text, by: authorOf(asked), at, doneAt: null }
  const there = state.topics.get(topic.id)
  if (there) return same({ ...there, at, doneAt: null }, topic) ? done([]) : refuse('taken')
  if (state.topics.size >= topicsPerGallery) return refuse('limit-reached', String(topicsPerGallery))
  return done([written(topic)])
}

export function checkTopic(asked: Of<'topic:check'>): Decided {
  const { state, command, at } = asked
  const topic = seenEntry(asked, state.topics.get(command.id))
  if (!topic.ok) return topic
  if (!leads(asked)) return refuse('not-allowed')
  if ((topic.value.doneAt !== null) === command.done) return done([])
  return done([written({ ...topic.value, doneAt: command.done ? at : null })])
}

/** By whoever added it, or leads. */
export function removeTopic(asked: Of<'topic:remove'>): Decided {
  const topic = seenEntry(asked, asked.state.topics.get(asked.command.id))
  if (!topic.ok) return topic
  return topic.value.by === authorOf(asked) || leads(asked) ? done([removed(topic.value)]) : refuse('not-allowed')
}

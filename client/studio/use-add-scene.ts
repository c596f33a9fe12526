import { useIntl } from 'react-intl'
import type { SceneId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { useSaidCommand } from './use-said-command.ts'

/** A scene below the others, called new until somebody names it; null if it was refused. */
export function useAddScene(): () => Promise<SceneId | null> {
  const intl = useIntl()
  const { scenes } = useGallery()
  const command = useSaidCommand()
  return async () => {
    const id = newId<SceneId>('scene')
    const order = scenes.reduce((most, scene) => Math.max(most, scene.order), 0) + 1
    return (await command({ type: 'scene:add', id, name: intl.formatMessage({ id: 'scene.new' }), order })) ? id : null
  }
}

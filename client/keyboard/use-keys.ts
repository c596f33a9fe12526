import { useEffect, useRef } from 'react'
import { asInScheme } from './key-map.ts'
import { keyWishes } from './key-wishes.ts'
import { type KeyAct, type KeyScheme, keyAct, type Stroke } from './keys.ts'
import { pairAsUsual } from './pairs.ts'

/** Listens to the keyboard while mounted; silent while somebody types, and while a dialog or menu is open. */
export function useKeys(scheme: KeyScheme, on: (act: KeyAct) => boolean): void {
  const latest = useRef(on)
  latest.current = on
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || busy(event)) return
      const { laid, pairs = {}, advance } = keyWishes()
      const pressed = strokeOf(event)
      const stroke = pressed.command ? pairAsUsual(pressed, pairs) : asInScheme(pressed, scheme, laid[scheme])
      const act = stroke && keyAct(advance ? { ...stroke, caps: true } : stroke, scheme)
      if (act && latest.current(act)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [scheme])
}

const strokeOf = (event: KeyboardEvent): Stroke => ({
  key: event.key,
  code: event.code,
  shift: event.shiftKey,
  command: event.ctrlKey || event.metaKey,
  alt: event.altKey,
  caps: event.getModifierState?.('CapsLock') ?? false,
})

/** Typing, or inside something that has keys of its own; or a single key while those are switched off. */
export function busy(event: KeyboardEvent): boolean {
  if (keyWishes().quiet && isSingle(event)) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select')) return true
  if (target.closest('[role=menu], [role=listbox]')) return true
  return document.querySelector(openDialogs) !== null
}

const openDialogs = '[role=dialog][data-state=open], [role=alertdialog][data-state=open]'

/** A dialog or a menu lies over the page. */
export const covered = (): boolean => document.querySelector(`${openDialogs}, [role=menu][data-state=open]`) !== null

/** A letter, a digit or a sign on its own, as it might be dictated; a space is none. */
const isSingle = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key.length === 1 && key !== ' ' && !ctrlKey && !metaKey

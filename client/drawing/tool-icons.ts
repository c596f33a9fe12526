import { ArrowUpRight, Brush, Circle, Highlighter, MapPin, Minus, MousePointer2, Square, Type } from 'lucide-react'
import type { DrawTool } from './kit.ts'

export const toolIcons = {
  select: MousePointer2,
  pen: Brush,
  highlight: Highlighter,
  line: Minus,
  arrow: ArrowUpRight,
  rectangle: Square,
  ellipse: Circle,
  text: Type,
  pin: MapPin,
} as const satisfies Record<DrawTool, unknown>

import type { IntlShape } from 'react-intl'
import type { ZodType } from 'zod'

/** A zod schema as react-hook-form's `validate`: true, or what is wrong in words. */
export const ruleOf = (schema: ZodType, message: string, intl: IntlShape) => (value: unknown) =>
  schema.safeParse(value).success || intl.formatMessage({ id: message })

/** Addresses of pictures, as this page may ask for them. */
import * as routes from '../../common/protocol/http.ts'
import { asked } from './looking.ts'

export const pictureUrl = (...at: Parameters<typeof routes.pictureUrl>): string => asked(routes.pictureUrl(...at))
export const tileUrl = (...at: Parameters<typeof routes.tileUrl>): string => asked(routes.tileUrl(...at))

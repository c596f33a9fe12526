/** Was eine Ablehnung sagt. Deutsch zu `refusals.en.ts`. */
import type { refusalsEn } from './refusals.en.ts'

export const refusalsDe: typeof refusalsEn = {
  'refusal.not-found': 'Hier gibt es nichts für Sie. Prüfen Sie den Link, oder fragen Sie, wer ihn geschickt hat.',
  'refusal.not-allowed': 'Sie dürfen das ansehen, aber nicht ändern. Fragen Sie im Studio nach, falls Sie es sollten.',
  'refusal.sign-in-needed': 'Bitte melden Sie sich an und versuchen Sie es noch einmal.',
  'refusal.wrong-sign-in': 'E-Mail und Passwort passen nicht zusammen. Versuchen Sie es noch einmal.',
  'refusal.link-unknown': 'Diesen Link gibt es nicht. Prüfen Sie, ob Sie ihn ganz kopiert haben.',
  'refusal.link-ended': 'Dieser Link ist abgelaufen. Bitten Sie das Studio um einen neuen.',
  'refusal.link-taken':
    'Dieser Link gehört schon zu einem anderen Browser. Bitten Sie das Studio, ihn freizugeben oder Ihnen einen eigenen zu schicken.',
  'refusal.code-needed': 'Diese Galerie fragt nach einem Code. Er steht in der Nachricht mit dem Link.',
  'refusal.code-wrong': 'Dieser Code stimmt nicht. Versuchen Sie es noch einmal.',
  'refusal.name-needed': 'Bitte sagen Sie Ihren Namen, damit die anderen wissen, wer Sie sind.',
  'refusal.malformed': 'Der Server hat das nicht verstanden. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'refusal.too-large': 'Das ist größer als erlaubt.',
  'refusal.too-many': 'Zu viel auf einmal. Warten Sie einen Augenblick und versuchen Sie es noch einmal.',
  'refusal.wrong-origin': 'Das kam von einer anderen Website und wurde nicht beachtet.',
  'refusal.taken': 'Das gibt es schon. Wählen Sie etwas anderes.',
  'refusal.conflict': 'Jemand hat das im selben Augenblick geändert. Sehen Sie noch einmal nach und versuchen Sie es erneut.',
  'refusal.limit-reached': 'Die Grenze ist erreicht. Entfernen Sie zuerst etwas.',
  'refusal.gallery-offline': 'Diese Galerie ist gerade nicht geöffnet. Fragen Sie das Studio, wann sie es sein wird.',
  'refusal.revoked': 'Das ist nicht mehr mit Ihnen geteilt.',
  'refusal.stale': 'Diese Seite ist nicht mehr aktuell; sie wird erneuert.',
  'refusal.not-yourself': 'Alle schreiben nur im eigenen Namen.',
  'refusal.sheet-full': 'Zu diesem Foto ist so viel gesagt, wie es fasst. Bitten Sie das Studio aufzuräumen.',
  'refusal.retry': 'Der Server konnte das gerade nicht speichern. Es wird noch einmal versucht.',
  'refusal.upgrade-required': 'Proofroom wurde erneuert. Laden Sie die Seite neu.',
  'refusal.not-a-picture': 'Diese Datei ist kein Bild, das Proofroom lesen kann. Senden Sie JPEG, PNG, WebP, TIFF oder AVIF.',
  'refusal.picture-broken': 'Dieses Bild ist beschädigt oder unvollständig. Exportieren Sie es neu und versuchen Sie es noch einmal.',
  'refusal.picture-too-large': 'Dieses Bild hat zu viele Pixel. Senden Sie höchstens 300 Megapixel.',
  'refusal.failed': 'Auf dem Server ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es so, sagen Sie es dem Betreiber.',
}

/** Words as people write them beside photographs: no two comments alike, so that packed bytes are what they would be. */
const vocabulary = (
  'a about above again all almost already and are arm at back background bag because behind best better between big black blue both branch ' +
  'bright brighter but by calm can candle card chair child choose clean close closer cloud coat cold colour contrast corner couple cover crop ' +
  'crowd cut dance dark darker deep detail distract door down dress drop each edge else even every exposure expression eyes face family far ' +
  'favourite feet field fine finger first flare flower focus for frame friends from front full garden girl glass good grain grandmother grass ' +
  'great green group hair hand happy hard hat have head her here high highlight his hold horizon horse house how if image in instead is it its ' +
  'keep kiss lake large laugh leave left less lift light lighter line little long look love low main make maybe me mind moment more morning ' +
  'mother mouth move much my near neck need never nice no noise not now of off old on once one only open or other our out over paint pair ' +
  'people perhaps person picture place please point portrait print put quite rather ready red reflection remove retouch right ring river road ' +
  'room same second see series shade shadow sharp sharper shirt shoes shoulder show side sky skin slightly slow small smile smooth so soft ' +
  'softer some sometimes soon stays still stone straighten street strong suit sun sunset table take tall tell than that the their them then ' +
  'there these they thing this those three tie tight tighter time to together tone too top toward tree try turn two under uncle until up very ' +
  'veil wait walk wall want warm warmer was water way we wedding well were what when where which white wide wider wind window wish with without ' +
  'wood word would wrinkle yellow yes you your'
).split(' ')

/** A comment of 3 to 40 words; the same number gives the same words. */
export function comment(n: number): string {
  let state = (n * 2_654_435_761) >>> 0
  const below = (most: number): number => {
    // xorshift: what follows from neighbouring numbers has nothing in common.
    state ^= state << 13
    state ^= state >>> 17
    state = (state ^ (state << 5)) >>> 0
    return state % most
  }
  for (let i = 0; i < 5; i++) below(2)
  const words = Array.from({ length: 3 + below(38) }, () => vocabulary[below(vocabulary.length)] ?? '')
  const [first = '', ...more] = words
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...more].join(' ')}${['.', '.', '?', '!', ''][below(5)]}`
}

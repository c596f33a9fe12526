const aMoment = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** Unpacking takes as long as the machine is busy: waits for what is to be heard last, then a moment for what must not be heard. */
export async function hearing(heard: readonly string[], last: string): Promise<void> {
  for (let tries = 0; tries < 1_000 && heard.at(-1) !== last; tries++) await aMoment(5)
  await aMoment(20)
}

// Where an axis ends that has to hold more and more.

/** Some room beyond `most`, so that the axis need not move with every step: `roomFor(101)` is 150. */
export function roomFor(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(most)) / 2;
  return Math.ceil(most / unit) * unit;
}

// Cuts the book's fonts down to the characters it uses and writes them to src/styles/fonts; run by hand after a font package changes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';

const target = new URL('../styles/fonts/', import.meta.url);

/** Printable ASCII, the signs of Latin-1, and the typographic marks of English text. */
const textCharacters = `${range(0x20, 0x7e) + range(0xa0, 0xbf)}×÷${range(0x2010, 0x2015)}‘’‚“”„†•…‰′″‹›€−∕`;

/** Letters with accents stand in names only; most pages have none and shall not load them: the style sheet names the ranges. */
const accentedCharacters = `${range(0xc0, 0xd6)}${range(0xd8, 0xf6)}${range(0xf8, 0xff)}ıŒœ`;

/** What KaTeX sets with each of its fonts is mathematics: Greek, operators, arrows, brackets, and the Latin alphabet. */
const mathCharacters =
  range(0x20, 0x7e) +
  range(0xa0, 0xbf) +
  '×÷' +
  range(0x2c6, 0x2dd) +
  range(0x300, 0x338) +
  range(0x391, 0x3f6) +
  range(0x2010, 0x2044) +
  '′″‴ℏℑℓ℘ℜℝℕℤℚℂ𝟙ℵ' +
  range(0x2190, 0x21d5) +
  range(0x2200, 0x22ff) +
  range(0x2308, 0x230b) +
  '⟨⟩⌈⌉⌊⌋⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭│∥∣⋅⋆⋮⋯⋱⊙⊗⊕⊤⊥∎□■△▽◯♯♭' +
  '\uE000\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A\uE00B\uE00C\uE00D\uE00E\uE00F\uE010\uE020';

const text = ['400-normal', '400-italic', '600-normal'].flatMap((face) => [
  {
    from: `@fontsource/source-serif-4/files/source-serif-4-latin-${face}.woff2`,
    to: `source-serif-4-${face}.woff2`,
    characters: textCharacters,
  },
  {
    from: `@fontsource/source-serif-4/files/source-serif-4-latin-${face}.woff2`,
    to: `source-serif-4-${face}-accents.woff2`,
    characters: accentedCharacters,
  },
]);

/** Faces that set letters only (\\mathbf, \\mathit, \\mathtt, \\mathcal); their operators come from Main-Regular. */
const lettersOnly = new Set([
  'Caligraphic-Regular',
  'Main-Bold',
  'Main-Italic',
  'Math-BoldItalic',
  'Typewriter-Regular',
]);

/** A page that needs one arrow of this face shall not load its alphabets: the style sheet names the ranges. */
const ams = [
  ['Arrows', range(0x2190, 0x21ff)],
  ['Regular', [...mathCharacters].filter((char) => char < '\u2190' || char > '\u21ff').join('')],
].map(([part, characters]) => ({
  from: 'katex/dist/fonts/KaTeX_AMS-Regular.woff2',
  to: `KaTeX_AMS-${part}.woff2`,
  characters: `${characters}`,
}));

const math = [
  'Caligraphic-Regular',
  'Main-Bold',
  'Main-Italic',
  'Main-Regular',
  'Math-BoldItalic',
  'Math-Italic',
  'Size1-Regular',
  'Size2-Regular',
  'Size3-Regular',
  'Size4-Regular',
  'Typewriter-Regular',
].map((face) => ({
  from: `katex/dist/fonts/KaTeX_${face}.woff2`,
  to: `KaTeX_${face}.woff2`,
  characters: lettersOnly.has(face) ? `${range(0x20, 0x7e)}·×−${range(0x391, 0x3a9)}` : mathCharacters,
}));

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
}

await mkdir(target, { recursive: true });
let total = 0;
for (const { from, to, characters } of [...text, ...ams, ...math]) {
  const whole = await readFile(fileURLToPath(import.meta.resolve(from)));
  const cut = await subset(whole, characters, { targetFormat: 'woff2' });
  const kept = cut.length < whole.length ? cut : whole;
  await writeFile(new URL(to, target), kept);
  total += kept.length;
  console.log(`${to}: ${whole.length} -> ${kept.length} bytes`);
}
console.log(`${total} bytes in all`);

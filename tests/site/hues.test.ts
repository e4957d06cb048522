// The colours of the book as numbers: text can be read on every ground, and the two passes stay apart for every eye.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Triple = readonly [number, number, number];

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const themes = ['light', 'dark'] as const;

function colour(name: string, theme: (typeof themes)[number]): Triple {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  if (!found) throw new Error(`tokens.css has no colour ${name}.`);
  const hex = found[theme === 'light' ? 1 : 2]!;
  return [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Triple;
}

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const luminance = (c: Triple) => dot([0.2126, 0.7152, 0.0722], c);

/** WCAG 2.2, contrast ratio. */
function contrast(a: Triple, b: Triple): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What somebody without one of the two long cones sees: Viénot, Brettel and Mollon 1999, in linear sRGB. */
const eyes = {
  protanope: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranope: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
} as const satisfies Record<string, readonly Triple[]>;

/** CIE 1976 L*a*b*, white D65. */
function lab(c: Triple): Triple {
  const bend = (v: number) => (v > 0.008856 ? Math.cbrt(v) : 7.787 * v + 16 / 116);
  const x = bend(dot([0.4124, 0.3576, 0.1805], c) / 0.9505);
  const y = bend(luminance(c));
  const z = bend(dot([0.0193, 0.1192, 0.9505], c) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(themes)('in the %s theme', (theme) => {
  const hued = ['accent', 'forward', 'gradient', 'right', 'wrong', 'form', 'unreadable'];
  const plain = ['paper', 'raised', 'sunk'];
  const pairs = [
    ...['ink', 'ink-soft', 'ink-faint', ...hued].flatMap((text) => plain.map((ground) => [text, ground])),
    ...hued.flatMap((hue) => ['ink', 'ink-soft', hue].map((text) => [text, `${hue}-soft`])),
    ['on-accent', 'accent'],
  ] as [string, string][];
  test.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(plain)('the edge of a field is seen on %s', (ground) => {
    expect(contrast(colour('rule-strong', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(eyes))('a %s tells the two passes apart', (_, cones) => {
    const [a, b] = ['forward', 'gradient'].map((name) => {
      const seen = cones.map((row) => Math.max(0, dot(row, colour(name, theme)))) as unknown as Triple;
      return lab(seen);
    }) as [Triple, Triple];
    // About 2 is the least that can be seen side by side; marks far apart on a page need many times that.
    expect(Math.hypot(...a.map((v, i) => v - b[i]!))).toBeGreaterThan(40);
  });
});

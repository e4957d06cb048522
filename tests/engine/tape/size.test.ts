// What the engine weighs in a page: bundled and minified as the book is, packed with Brotli.
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import * as door from '../../../engine/tape/index.ts';

const file = (name: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../../engine/tape/${name}`, import.meta.url)));

/** Bytes of a script that uses `names` of the door, and what else is named from other files of the room. */
async function weigh(names: readonly string[], others: { [name: string]: string } = {}): Promise<number> {
  const lines = [
    `import { ${names} } from ${file('index.ts')}; globalThis.engine = [${names}];`,
    ...Object.entries(others).map(
      ([name, from]) => `import { ${name} } from ${file(from)}; globalThis.${name} = ${name};`,
    ),
  ];
  const script = 'virtual:script';
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'script',
        resolveId: (id) => (id === script ? id : undefined),
        load: (id) => (id === script ? lines.join('\n') : undefined),
      },
    ],
    build: { write: false, modulePreload: false, rollupOptions: { input: script } },
  })) as Rollup.RollupOutput;
  const packed = brotliCompressSync(output[0].code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return packed.length;
}

const everything = Object.keys(door);

test('a tape with every operation, layers, random starts and all optimisers takes at most 8 kB', async () => {
  const bytes = await weigh([
    ...['createTape', 'createRandom', 'dense', 'convolution', 'flatten'],
    ...['zeros', 'glorot', 'he', 'sgd', 'momentum', 'adam', 'step'],
  ]);
  expect(bytes).toBeGreaterThan(6000);
  expect(bytes).toBeLessThanOrEqual(8000);
});

test('everything behind the door takes at most 8 KiB', async () => {
  expect(await weigh(everything)).toBeLessThanOrEqual(8 * 1024);
});

test('the gradient check and the printing of rows do not grow unnoticed', async () => {
  const check = { gradientCheck: 'gradient-check.ts' };
  expect(await weigh(everything, check)).toBeLessThanOrEqual(8640);
  expect(await weigh(everything, { ...check, rowTex: 'tex.ts' })).toBeLessThanOrEqual(9680);
});

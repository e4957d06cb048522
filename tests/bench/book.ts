// Times the check of a made-up book, and of one half as large: the time should double, not more.
//
//   npm run bench:book                   200 chapters of 10 exercises
//   npm run bench:book -- 20             fewer chapters
//   npm run bench:book -- 20 --build     the whole build, the check included
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { build: { type: 'boolean', default: false } },
});
const chapters = Number(positionals[0] ?? 200);
if (!Number.isInteger(chapters) || chapters < 2) {
  console.error('Write how many chapters, 2 or more: `npm run bench:book -- 20`.');
  process.exit(1);
}

/** Ten exercises as a chapter has them: numbers drawn, slopes, sums over an axis, layers, a slip, a choice. */
function chapterText(n: number): string {
  const id = `c${n}`;
  const k = (n % 7) + 2;
  return `---
title: Chapter ${n}
description: Made for a measurement.
---

\`\`\`model ${id}-numbers
p : number, random 3..7
q : number, random -4..4
f = p^2 + ${k} q
\`\`\`

\`\`\`model ${id}-unit
x : number
w : number
b : number
y : number
z = w x + b
a = sigma(z)
E = 1/2 (a - y)^2
\`\`\`

\`\`\`model ${id}-softmax
axis K
s_k : K
t_k : K, one-hot
f_k = exp(s_k) / sum_c exp(s_c)
L = -sum_k t_k ln(f_k)
\`\`\`

\`\`\`model ${id}-layer
axis N
axis M
W_ji : M x N
x_i : N
v_j : M
z_j = sum_i W_ji x_i
y = sum_j v_j tanh(z_j)
\`\`\`

It is {value("f", "${id}-numbers")} here.

\`\`\`derivation ${id}-unit
d E / d w = (a - y) a (1 - a) x
          = (sigma(z) - y) sigma(z) (1 - sigma(z)) x   by definition
\`\`\`

<Exercise id="${id}-a" title="A value" model="${id}-numbers" find="f">
  How much is $f$?
  <Mistake is="2 p + 100">No.</Mistake>
</Exercise>

<Exercise id="${id}-b" title="A slope in numbers" model="${id}-numbers" find="d f / d p">
  How steep is $f$?
  <Mistake is="p">No.</Mistake>
</Exercise>

<Exercise id="${id}-c" title="A weight" model="${id}-unit" find="d E / d w" answer="(a - y) a (1 - a) x">
  How does $E$ depend on $w$?
  <Mistake is="(a - y) x">The slope is lost.</Mistake>
  <Mistake is="(a - y) a (1 - a)">The input is lost.</Mistake>
</Exercise>

<Exercise id="${id}-d" title="A bias" model="${id}-unit" find="d E / d b" answer="(a - y) a (1 - a)">
  How does $E$ depend on $b$?
  <Mistake is="a - y">The slope is lost.</Mistake>
</Exercise>

<Exercise id="${id}-e" title="An input" model="${id}-unit" find="d E / d x" answer="(a - y) a (1 - a) w">
  How does $E$ depend on $x$?
  <Hint>Look at the two weights.</Hint>
</Exercise>

<Exercise id="${id}-f" title="A logit" model="${id}-softmax" find="d L / d s_l" answer="f_l - t_l" using="f, t">
  How does $L$ depend on $s_l$?
  <Mistake is="t_l - f_l">The sign.</Mistake>
</Exercise>

<Exercise id="${id}-g" title="A share" model="${id}-softmax" find="d f_k / d s_l" answer="f_k ([k=l] - f_l)" using="f">
  How does $f_k$ depend on $s_l$?
  <Mistake is="f_k (1 - f_k)">That is the diagonal.</Mistake>
</Exercise>

<Exercise id="${id}-h" title="A layer" model="${id}-layer" find="d y / d W_ji" answer="v_j (1 - tanh(z_j)^2) x_i" using="v, x, z">
  How does $y$ depend on $W_{ji}$?
  <Mistake is="v_j x_i">The slope is lost.</Mistake>
</Exercise>

<Exercise id="${id}-i" title="A slip" kind="slip" model="${id}-unit" find="d a / d z" using="z" answer="sigma(z) (1 - sigma(z))">
  Which line is wrong?

  \`\`\`slip
  d a / d z = sigma(z) (1 + sigma(z))
            = sigma(z) + sigma(z)^2
  \`\`\`
</Exercise>

<Exercise id="${id}-j" title="A choice" kind="choice">
  Which is larger?
  <Option right>two<Because>By one.</Because></Option>
  <Option>one<Because>By one less.</Because></Option>
</Exercise>
`;
}

function seconds(count: number): number {
  const root = mkdtempSync(join(tmpdir(), 'bench-book-'));
  const content = join(root, 'content');
  mkdirSync(join(content, '_pages'), { recursive: true });
  const ids = Array.from({ length: count }, (_, i) => `chapter-${i + 1}`);
  const list = ids.map((id) => `  - ${id}\n`).join('');
  writeFileSync(
    join(content, 'book.yaml'),
    `title: Made up\ndescription: For a measurement.\nauthors: [Nobody]\nchapters:\n${list}`,
  );
  for (const [i, id] of ids.entries()) {
    mkdirSync(join(content, id));
    writeFileSync(join(content, id, 'index.mdx'), chapterText(i + 1));
  }
  writeFileSync(join(content, '_pages', 'home.mdx'), home);
  const script = values.build
    ? ['src/tasks/build.ts', '--quiet', '--out', join(root, 'dist')]
    : ['src/check/main.ts', '--quiet'];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('node', script, {
    encoding: 'utf8',
    env: { ...process.env, BOOK_ROOT: root },
  });
  const time = (performance.now() - start) / 1000;
  rmSync(root, { recursive: true });
  if (status !== 0) {
    console.error(stdout + stderr);
    process.exit(1);
  }
  const what = values.build ? 'checked and built' : 'checked';
  console.log(`${count} chapters, ${count * 10} exercises ${what} in ${time.toFixed(1)} s`);
  return time;
}

const home = '---\ntitle: Made up\ndescription: For a measurement.\n---\n\nText.\n';
const half = Math.floor(chapters / 2);
const small = seconds(half);
const large = seconds(chapters);
console.log(
  `${(chapters / half).toFixed(2)} times the exercises took ${(large / small).toFixed(2)} times as long.`,
);

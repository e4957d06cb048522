// Times the check and the build of a made-up book, and of one half as large: the time should double, not more.
//
//   npm run bench:book           200 chapters of 10 exercises
//   npm run bench:book -- 20     fewer chapters
//
// On a machine that has other things to do, the seconds of processor time say more than those of the clock.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const chapters = Number(process.argv[2] ?? 200);
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

/** Writes the book and returns its root. */
function write(count: number): string {
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
  return root;
}

const home = '---\ntitle: Made up\ndescription: For a measurement.\n---\n\nText.\n';

/** Each process of Node adds a line: its seconds of processor time, and its peak of memory in MB. */
const account = `import { appendFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(process.env.ACCOUNT, \`\${(userCPUTime + systemCPUTime) / 1e6} \${maxRSS / 1024}\\n\`);
});
`;

/** The seconds of processor time that the command takes on the book. */
function measure(what: string, count: number, root: string, command: readonly string[]): number {
  const book = join(root, 'account');
  const preload = join(root, 'account.mjs');
  writeFileSync(preload, account);
  writeFileSync(book, '');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('node', command, {
    encoding: 'utf8',
    env: { ...process.env, BOOK_ROOT: root, ACCOUNT: book, NODE_OPTIONS: `--import=${preload}` },
  });
  const clock = (performance.now() - start) / 1000;
  if (status !== 0) {
    console.error(stdout + stderr);
    process.exit(1);
  }
  const lines = readFileSync(book, 'utf8').trim().split('\n');
  const used = lines.map((line) => line.split(' ').map(Number) as [number, number]);
  const time = used.reduce((sum, [seconds]) => sum + seconds, 0);
  const peak = Math.max(...used.map(([, memory]) => memory));
  console.log(
    `${count} chapters, ${count * 10} exercises ${what}: ${clock.toFixed(1)} s by the clock, ` +
      `${time.toFixed(1)} s of processor time, at most ${peak.toFixed(0)} MB in a process`,
  );
  return time;
}

const times = [Math.floor(chapters / 2), chapters].map((count) => {
  const root = write(count);
  const check = measure('checked', count, root, ['src/check/main.ts', '--quiet']);
  const build = measure('checked and built', count, root, [
    ...['src/tasks/build.ts', '--quiet', '--out', join(root, 'dist')],
  ]);
  rmSync(root, { recursive: true });
  rmSync(join('node_modules/.cache/astro', basename(root)), { recursive: true, force: true });
  return { count, check, build };
});
const [half, whole] = times as [(typeof times)[number], (typeof times)[number]];
console.log(
  `${(whole.count / half.count).toFixed(2)} times the exercises took ${(whole.check / half.check).toFixed(2)} times ` +
    `as long to check and ${(whole.build / half.build).toFixed(2)} times as long to check and build.`,
);

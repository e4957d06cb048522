// What a frame of a lab costs the page, and the longest task of it, playing and while a number is typed:
// `npm run build`, then `node tests/bench/frames.ts`. Times of the processor hold on a busy machine too.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type CDPSession, chromium, type Locator, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';

const runs = [
  ['vanishing-gradients', 'vanishing', 'depth=30', 'activation=tanh', 'rate=0.01'],
  ['backprop-by-hand', 'start', 'start=random', 'units=2', 'steps=100'],
  ['relu-xor', 'xor', 'pace=100'],
  ['convolution-gradients', 'filter'],
] as const;

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** The events of the page's main thread while `work` is done. */
async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly Event[]> {
  const events: Event[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as Event[]));
  session.on('Tracing.dataCollected', collect);
  const includedCategories = ['toplevel', 'devtools.timeline'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const frame = events.find(({ name }) => name === 'FireAnimationFrame');
  return events.filter(({ ph, pid, tid }) => ph === 'X' && pid === frame?.pid && tid === frame.tid);
}

function tell(what: string, events: readonly Event[]): void {
  const frames = events.filter(({ name }) => name === 'FireAnimationFrame').length;
  const cpu = (...names: string[]) =>
    events.reduce((sum, { name, tdur = 0 }) => sum + (names.includes(name) ? tdur / 1000 : 0), 0);
  const tasks = events.filter(({ name }) => name.endsWith('RunTask'));
  const longest = tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
  const over = tasks.filter(({ dur = 0 }) => dur > 50_000).length;
  const each = (ms: number) => (ms / Math.max(1, frames)).toFixed(1).padStart(6);
  console.log(
    `${what.padEnd(24)}${String(frames).padStart(7)}${each(tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0))}` +
      `${each(cpu('FireAnimationFrame'))}${each(cpu('UpdateLayoutTree', 'Layout'))}${each(cpu('PrePaint', 'Paint', 'Layerize'))}` +
      `${longest.toFixed(0).padStart(9)}${String(over).padStart(7)}`,
  );
}

/** Types into the lab's number fields, one key after the other. */
async function type(page: Page, lab: Locator): Promise<void> {
  for (const field of (await lab.getByRole('spinbutton').all()).slice(0, 3)) {
    await field.focus();
    for (const key of ['ControlOrMeta+a', '2', '0', 'Backspace', 'Backspace', '1']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
    }
  }
}

async function measure(browser: Browser, address: string): Promise<void> {
  console.log(
    'Milliseconds of processor a frame, on the main thread; the longest task; tasks of more than 50 ms by the clock.\n',
  );
  console.log(`${''.padEnd(24)} frames   all  code layout paint  longest   over`);
  const session = await browser.newBrowserCDPSession();
  for (const [chapter, name, ...setting] of runs) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${address}${chapter}/?${setting.map((one) => `${name}.${one}`).join('&')}`);
    const lab = page.locator(`[data-lab="${name}"]`);
    await lab.hover({ position: { x: 3, y: 3 } });
    await page.waitForTimeout(2000);
    await lab.getByRole('button', { name: 'Play' }).click();
    await page.waitForTimeout(500);
    tell(`${name}, playing`, await traced(session, () => page.waitForTimeout(3000)));
    tell(`${name}, typing`, await traced(session, () => type(page, lab)));
    await page.close();
  }
}

/** The built book, on a free port; gives its address. */
async function serve(): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn('node', ['src/tasks/serve.ts', '--port', '4460'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout!, 'data')) as [Buffer];
  const address = /http:\S+/.exec(String(line))?.[0];
  if (!address) throw new Error(String(line));
  return { server, address };
}

const { server, address } = await serve();
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
try {
  await measure(browser, address);
} finally {
  await browser.close();
  server.kill();
}

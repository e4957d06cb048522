// The engine around a reader's rules, as the text that runs in the sandbox: a tape, the walk back, and training.

/** The tape and the walk back; the chapter prints these lines as they are. */
export const tapeText = `const leaf = (value) => ({ value, gradient: null });

function record(tape, name, ...operands) {
  const values = operands.map((row) => row.value);
  const value = rules[name].forward(...values);
  const row = { name, operands, value, gradient: null };
  tape.push(row);
  return row;
}

function backward(tape) {
  tape.at(-1).gradient = 1;
  for (const row of tape.toReversed()) {
    const values = row.operands.map(({ value }) => value);
    const rule = rules[row.name];
    const shares = rule.backward(row.gradient, ...values);
    Object.values(shares).forEach((share, i) => {
      const operand = row.operands[i];
      operand.gradient = plus(operand.gradient, share);
    });
  }
}

function plus(a, b) {
  if (a === null) return b;
  if (typeof a === 'number') return a + b;
  return a.map((v, i) => plus(v, b[i]));
}`;

/** A net of one hidden layer with gains, its training by gradient descent, and what it says of images. */
const trainText = `function run(net, x, y) {
  const tape = [];
  const z = record(tape, 'add', record(tape, 'matmul', leaf(x), net.W1), net.b1);
  const h = record(tape, 'multiply', record(tape, 'tanh', z), net.g);
  const s = record(tape, 'add', record(tape, 'matmul', h, net.W2), net.b2);
  if (y) record(tape, 'crossEntropy', s, leaf(y));
  return { tape, s };
}
const best = (row) => row.indexOf(Math.max(...row));
const softly = (row) => {
  const e = row.map((v) => Math.exp(v - Math.max(...row)));
  const total = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / total);
};
const less = (a, b, rate) => (typeof a === 'number' ? a - rate * b : a.map((v, i) => less(v, b[i], rate)));
function play(report, { net: start, train, test, steps, batch, rate, every }) {
  const net = Object.fromEntries(Object.entries(start).map(([name, value]) => [name, leaf(value)]));
  let mean = 0;
  for (let step = 1; step <= steps; step++) {
    const from = ((step - 1) * batch) % train.x.length;
    const { tape } = run(net, train.x.slice(from, from + batch), train.y.slice(from, from + batch));
    for (const name in net) net[name].gradient = null;
    backward(tape);
    for (const name in net) net[name].value = less(net[name].value, net[name].gradient, rate);
    mean += tape.at(-1).value / every;
    if (step % every === 0) { report([step, mean]); mean = 0; }
  }
  const said = test.x.length > 0 ? run(net, test.x).s.value.map(softly) : [];
  return { said, net: Object.fromEntries(Object.entries(net).map(([name, row]) => [name, row.value])) };
}`;

/** What stands after the rules in the script; the job's numbers come as JSON. */
export function playText(job: object): string {
  return `${tapeText}\n${trainText}\n__book.play((report) => play(report, ${JSON.stringify(job)}));`;
}

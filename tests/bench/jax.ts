// jax-js as a runner, on its WebAssembly backend (float32); a whole step, update included, is compiled by its `jit`.
import type { Runner, Workload } from './workloads.ts';

// biome-ignore lint/suspicious/noExplicitAny: arrays of the library, which is loaded without its types
type Arr = any;

export async function jax(): Promise<Runner> {
  const library = await import('@jax-js/jax' as string);
  await library.init('wasm');
  library.defaultDevice('wasm');
  return {
    name: 'jax-js',
    tolerance: 1e-3,
    prepare: (workload) => trainer(library, workload),
  };
}

function trainer({ numpy: np, nn, lax, jit, valueAndGrad }: Arr, w: Workload) {
  const { batch, units, conv } = w;
  const tensor = (values: Float64Array, shape: number[]): Arr =>
    np.array(Float32Array.from(values)).reshape(shape);
  const classes = units.at(-1)!;
  const x = tensor(w.x, conv ? [batch, 1, conv.side, conv.side] : [batch, units[0]!]);
  const y =
    w.loss === 'classes'
      ? nn.oneHot(np.array(Int32Array.from(w.y), { dtype: np.int32 }), classes)
      : tensor(w.y, [batch, classes]);
  // Weights and biases in turn; every array that a function is given is used up by it, unless it takes `.ref`.
  let parameters: Arr[] = w.weights.flatMap((values, i) => [
    tensor(values, [units[i]!, units[i + 1]!]),
    np.zeros([units[i + 1]!]),
  ]);
  if (conv) {
    const filters = tensor(w.filters!, [conv.filters, 1, conv.size, conv.size]);
    parameters = [filters, np.zeros([conv.filters, 1, 1]), ...parameters];
  }
  const activate = (a: Arr): Arr => (w.activation === 'tanh' ? np.tanh(a) : nn.relu(a));
  const loss = (given: Arr[], x: Arr, y: Arr): Arr => {
    const rest = [...given];
    let a = x;
    if (conv) {
      a = activate(lax.conv(a, rest.shift(), [1, 1], 'VALID').add(rest.shift())).reshape([batch, units[0]]);
    }
    while (rest.length > 0) {
      a = np.matmul(a, rest.shift()).add(rest.shift());
      if (rest.length > 0) a = activate(a);
    }
    return w.loss === 'classes'
      ? nn
          .logSoftmax(a)
          .mul(y)
          .sum()
          .mul(-1 / batch)
      : np.square(a.sub(y)).mean();
  };
  const update = jit((given: Arr[], x: Arr, y: Arr): Arr => {
    const kept = given.map((parameter) => parameter.ref);
    const [value, slopes] = valueAndGrad(loss)(given, x, y);
    return [value, kept.map((parameter, i) => parameter.sub(slopes[i].mul(w.rate)))];
  });
  return {
    step(): number {
      const [value, next] = update(parameters, x.ref, y.ref);
      parameters = next;
      return value.dataSync()[0];
    },
  };
}

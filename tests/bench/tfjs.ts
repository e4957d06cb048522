// TensorFlow.js as a runner, on its plain and on its WebAssembly backend (SIMD, one thread, float32).
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Runner, Workload } from './workloads.ts';

const require = createRequire(import.meta.url);

/** Runs `load` with the console silent: the library greets and warns at length. */
async function quietly<T>(load: () => T | Promise<T>): Promise<T> {
  const { log, warn, info, error } = console;
  Object.assign(console, { log() {}, warn() {}, info() {}, error() {} });
  try {
    return await load();
  } finally {
    Object.assign(console, { log, warn, info, error });
  }
}

export async function tfjs(backend: 'cpu' | 'wasm'): Promise<Runner> {
  const tf = await quietly(async () => {
    const loaded = require('@tensorflow/tfjs');
    const wasm = require('@tensorflow/tfjs-backend-wasm');
    const folder = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
    wasm.setWasmPaths(`${path.join(folder, 'dist')}/`);
    loaded.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    await loaded.setBackend(backend);
    await loaded.ready();
    loaded.scalar(1).square().dataSync();
    return loaded;
  });
  return {
    name: `tfjs-${backend}`,
    tolerance: 1e-3,
    prepare(workload) {
      // The WebAssembly backend has no kernel for the gradient of a convolution by its filters.
      if (workload.conv && backend === 'wasm') return undefined;
      tf.setBackend(backend);
      return trainer(tf, backend, workload);
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the library is loaded without its types
function trainer(tf: any, backend: string, w: Workload) {
  const { batch, units, conv } = w;
  const tensor = (values: Float64Array, shape: number[]) => tf.tensor(Float32Array.from(values), shape);
  const weights = w.weights.map((values, i) => {
    let matrix = tensor(values, [units[i]!, units[i + 1]!]);
    // Channels come last here, first in our layout: the rows behind the convolution change places.
    if (conv && i === 0) {
      const side = conv.side - conv.size + 1;
      matrix = matrix
        .reshape([conv.filters, side, side, units[1]])
        .transpose([1, 2, 0, 3])
        .reshape([units[0], units[1]]);
    }
    return { w: tf.variable(matrix), b: tf.variable(tf.zeros([units[i + 1]!])) };
  });
  const filters = conv
    ? {
        w: tf.variable(tensor(w.filters!, [conv.filters, conv.size, conv.size, 1]).transpose([1, 2, 3, 0])),
        b: tf.variable(tf.zeros([conv.filters])),
      }
    : undefined;
  const x = tensor(w.x, conv ? [batch, conv.side, conv.side, 1] : [batch, units[0]!]);
  const y =
    w.loss === 'classes'
      ? tf.oneHot(tf.tensor1d(Int32Array.from(w.y), 'int32'), units.at(-1)!).toFloat()
      : tensor(w.y, [batch, units.at(-1)!]);
  const optimiser = tf.train.sgd(w.rate);
  const loss = () => {
    let a = x;
    if (filters)
      a = tf[w.activation](tf.conv2d(a, filters.w, 1, 'valid').add(filters.b)).reshape([batch, units[0]]);
    weights.forEach((layer, i) => {
      a = tf.matMul(a, layer.w).add(layer.b);
      if (i < weights.length - 1) a = tf[w.activation](a);
    });
    return w.loss === 'classes' ? tf.losses.softmaxCrossEntropy(y, a) : tf.losses.meanSquaredError(y, a);
  };
  return {
    enter: () => tf.setBackend(backend),
    step: (): number => tf.tidy(() => optimiser.minimize(loss, true).dataSync()[0]),
  };
}

// convnetjs as a runner: one example after the other, gradients averaged over the batch.
import { createRequire } from 'node:module';
import type { Runner } from './workloads.ts';

const convnetjs = createRequire(import.meta.url)('convnetjs');

export const convnet: Runner = {
  name: 'convnetjs',
  tolerance: 1e-9,
  prepare({ batch, units, activation, loss, conv, rate, x, y, weights, filters }) {
    const outputs = units.at(-1)!;
    const layers: object[] = [
      conv
        ? { type: 'input', out_sx: conv.side, out_sy: conv.side, out_depth: 1 }
        : { type: 'input', out_sx: 1, out_sy: 1, out_depth: units[0] },
    ];
    if (conv)
      layers.push({ type: 'conv', sx: conv.size, filters: conv.filters, stride: 1, pad: 0, activation });
    for (const n of units.slice(1, -1)) layers.push({ type: 'fc', num_neurons: n, activation });
    layers.push(
      loss === 'classes'
        ? { type: 'softmax', num_classes: outputs }
        : { type: 'regression', num_neurons: outputs },
    );
    const net = new convnetjs.Net();
    net.makeLayers(layers);

    // Its images and feature maps keep the channels innermost; ours keep them outermost.
    const place = (i: number): number => {
      if (!conv) return i;
      const area = (conv.side - conv.size + 1) ** 2;
      return (i % conv.filters) * area + Math.floor(i / conv.filters);
    };
    let k = 0;
    for (const layer of net.layers) {
      if (layer.layer_type === 'conv') {
        for (const [i, filter] of layer.filters.entries()) {
          filter.w.set(filters!.subarray(i * filter.w.length, (i + 1) * filter.w.length));
        }
        layer.biases.w.fill(0);
      }
      if (layer.layer_type !== 'fc') continue;
      const w = weights[k]!;
      const n = units[k + 1]!;
      layer.filters.forEach((f: { w: Float64Array }, unit: number) => {
        for (let i = 0; i < f.w.length; i++) f.w[i] = w[(k === 0 ? place(i) : i) * n + unit]!;
      });
      layer.biases.w.fill(0);
      k += 1;
    }

    // Its regression descends half the sum of squares but reports twice that sum; ours is the mean of squares.
    const factor = loss === 'classes' ? 1 : 2 / outputs;
    const reported = loss === 'classes' ? 1 : 1 / (2 * outputs);
    const trainer = new convnetjs.Trainer(net, {
      method: 'sgd',
      learning_rate: rate * factor,
      momentum: 0,
      l2_decay: 0,
      batch_size: batch,
    });
    const inputs = x.length / batch;
    const examples = Array.from({ length: batch }, (_, i) => {
      const vol = conv ? new convnetjs.Vol(conv.side, conv.side, 1, 0) : new convnetjs.Vol(1, 1, inputs, 0);
      vol.w.set(x.subarray(i * inputs, (i + 1) * inputs));
      return {
        vol,
        target: loss === 'classes' ? y[i]! : Array.from(y.subarray(i * outputs, (i + 1) * outputs)),
      };
    });
    return {
      step() {
        let sum = 0;
        for (const { vol, target } of examples) sum += trainer.train(vol, target).cost_loss;
        return (reported * sum) / batch;
      },
    };
  },
};

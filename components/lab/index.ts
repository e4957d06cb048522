// The door of labs: what they compute, apart from how it is shown.

export { createImitation, filter, kernels, pictures } from './conv/filters.ts';
export { entering, meetings, outputSide, randomDelta, runConv } from './conv/sums.ts';
export { bounds, createDeepRun, steepestSlope } from './deep/net.ts';
export { runDelta, transposed } from './delta/net.ts';
export { entryTex } from './delta/numbers.ts';
export { stagesOf } from './delta/stages.ts';
export { cost, standing } from './exponential/cost.ts';
export { area, crossing } from './frame/polygon.ts';
export { roomFor } from './frame/room.ts';
export { frameBudget, runSlice } from './frame/useTicker.ts';
export { cut, holds, inequalities, left } from './planes/planes.ts';
export { activations, curveOf, spaced, steepest } from './slope/curve.ts';
export { byHand, jacobian, softmaxRun, stepLogits } from './softmax/softmax.ts';
export { corners, spotOf } from './softmax/triangle.ts';
export { copiedLayers, createStartRun, moved } from './start/run.ts';
export { futureOf } from './xor/fate.ts';
export { allRight, createXorNet, randomStart } from './xor/net.ts';
export { regions, square } from './xor/regions.ts';

// The words of the labs: a section of the dictionary of interface words.

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const labWords = {
  paper: 'This lab needs JavaScript. The picture shows the setting in which it begins.',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  leap: (n: number) => `${n} steps`,
  reset: 'Reset',
  steps: (n: number) => `${count(n, 'step', 'steps')} so far`,
  typed: (label: string) => `${label} as a number`,
  seed: 'Seed',
  nextSeed: 'Next seed',
  table: 'The numbers as a table',
  copy: 'Copy a link to this setting',
  copied: 'Copied.',
  inAddress: 'The address of the page now holds this setting.',
  functions: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'relu' } as const,

  slope: {
    label: 'Value and slope of an activation',
    f: 'Activation',
    value: 'Value and tangent',
    slope: 'Slope',
    steepest: 'Mark where the slope is largest',
    status: (z: string, value: string, slope: string, share: string) =>
      `At $z = ${z}$ the value is $${value}$ and the slope $${slope}$: ${share} of the largest slope there is.`,
    where: {
      sigmoid: 'The slope is largest at z = 0, and only 0.25 there.',
      tanh: 'The slope is largest at z = 0: 1 there.',
      relu: 'The slope is 1 everywhere to the right of 0, and 0 to the left.',
    },
    columns: ['z', 'value', 'slope'],
  },

  start: {
    label: 'First steps from different starts',
    start: 'All weights start',
    starts: { zero: 'at 0', constant: 'at one number', random: 'at random' } as const,
    constant: 'that number',
    units: 'Units in a hidden layer',
    loss: 'Loss',
    losses: { square: 'half the square', log: 'log loss' } as const,
    layer: (n: number) => (n === 3 ? 'Output layer' : `Hidden layer ${n}`),
    still: 'not moved yet',
    change: (by: string, up: boolean) => `${up ? '▲ +' : '▼ '}${by}`,
    paths: 'Every weight against the number of steps; layer 1 solid, layer 2 dashed, layer 3 dotted',
    step: 'step',
    weight: 'weight',
    atStart: 'at the start',
    now: 'now',
    gradient: (n: number) => (n === 0 ? 'gradient' : `gradient in step ${n}`),
    named: (name: string, layer: number) => `${name}, layer ${layer}`,
    begin: 'No step taken. Which weights will the first one move?',
    seen: (step: number, x: number, y: number, output: string) =>
      `Step ${step} saw $x = ${x}$, $y = ${y}$ and put out $\\hat y = ${output}$.`,
    moved: (n: number, all: number) =>
      n === all ? 'By now every weight has moved.' : `So far ${n} of ${all} weights have moved.`,
    copies: (layers: readonly number[]) =>
      `The two units of hidden ${layers.length === 1 ? 'layer' : 'layers'} ${layers.join(' and ')} are exact copies of each other.`,
  },
};

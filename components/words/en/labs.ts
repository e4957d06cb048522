// English words of the labs.

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
  functions: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' } as const,

  slope: {
    label: 'Value and slope of an activation',
    f: 'Activation',
    value: 'Value and tangent',
    slope: 'Slope',
    steepest: 'Mark where the slope is largest',
    status: (z: string, value: string, slope: string, share: string) =>
      `At $z = ${z}$ the value is $${value}$ and the slope $${slope}$: ${share} of the largest slope there is.`,
    where: {
      sigmoid: 'The slope is largest at $z = 0$, and is only 0.25 there.',
      tanh: 'The slope is largest at $z = 0$, and is 1 there.',
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

  xor: {
    label: 'A net for XOR',
    signs: ['w₁₁', 'w₁₂', 'w₂₁', 'w₂₂', 'v₁', 'v₂'],
    plane: (outputs: readonly string[]) =>
      `The plane of the inputs. The output is ${outputs[0]} at (0, 0), ${outputs[1]} at (0, 1), ${outputs[2]} at (1, 0), ${outputs[3]} at (1, 1).`,
    unit: (n: number, dead: boolean) => (dead ? `unit ${n}, dead` : `unit ${n}`),
    key: 'Squares are of class 1, circles of class 0. Solid: where the output is ½. Dashed and dotted: where units 1 and 2 begin to work, each with an arrow to the side on which it does.',
    target: 'class',
    output: 'output',
    loss: (loss: string) => `Mean squared error ${loss}`,
    pace: 'Steps a frame',
    rate: 'Rate',
    right: 'All four classes are right.',
    wrong: (n: number) =>
      n === 1 ? 'One point is on the wrong side.' : `${n} points are on the wrong side.`,
    deadUnits: ([first, second]: readonly [boolean, boolean]) =>
      first && second
        ? 'Both units are dead: 0 at all four points, so no gradient reaches any weight.'
        : first || second
          ? `Unit ${first ? 1 : 2} is dead: 0 at all four points, so its weights get no gradient.`
          : '',
    hopeless: 'Find a start that never learns',
    fates: {
      learns: (n: number) => `From this start training is right after ${n} steps.`,
      'both-dead': (n: number) =>
        n === 0
          ? 'This start never learns: there is nothing that could move.'
          : `This start never learns: after ${n} steps both units are dead.`,
      'one-dead': () =>
        'This start never learns: one unit ends dead, and one unit alone cannot be above one half at two corners without being larger still at their sum.',
      twins: () => 'This start never learns: the units begin as copies and remain copies.',
      rest: (n: number) =>
        `This start never learns: after ${n} steps training has come to rest at a place where the slope is 0 and a class is wrong.`,
      moving: (n: number) => `After ${n} steps training is not right yet, and still moving.`,
    },
    census: (n: number) => `Train ${n} random starts`,
    censusCaption: 'What became of the starts',
    fate: 'what became of them',
    of: (n: number) => `of ${n} starts`,
    fateNames: {
      learns: 'learned all four classes',
      'both-dead': 'both units dead',
      'one-dead': 'one unit dead',
      twins: 'two copies of one unit',
      rest: 'at rest, a class wrong',
      moving: 'still moving',
    },
  },

  simplex: {
    label: 'Three probabilities and their gradient',
    picture: (f: readonly string[], g: readonly string[]) =>
      `A triangle of probabilities. The point is at ${f.join(', ')}; the arrow of the gradient is ${g.join(', ')}.`,
    corner: (k: number, p: string, isTrue: boolean) => `${isTrue ? 'true class' : 'class'} ${k}: ${p}`,
    logit: (k: number) => `Logit of class ${k}`,
    class: 'class',
    sum: 'sum',
    trueClass: 'True class',
    shift: 'Add 1 to all three logits',
    status: (f: readonly string[], g: readonly string[], loss: string) =>
      `$f = (${f.join(',\\;\\allowbreak ')})$, so the gradient is $f - y = (${g.join(',\\;\\allowbreak ')})$ and the loss $${loss}$. A step goes against the arrow.`,
  },

  jacobian: {
    label: 'The Jacobian of softmax',
    matrix: 'The matrix with its sums',
    sum: 'sum',
    more: 'One class more',
    fewer: 'One class fewer',
    status: (l: number, column: readonly string[]) =>
      `If logit ${l} grows a little, the probabilities change at the rates $(${column.join(',\\;\\allowbreak ')})$: what one gains the others lose.`,
  },

  overflow: {
    label: 'Softmax of large logits',
    shift: 'Added to all',
    plain: 'As the definition reads',
    mended: 'The largest logit taken out first',
    class: 'class',
    exp: 'exp',
    sum: 'sum',
    nan: 'not a number',
    over: 'The left way has failed: above 709.78 the exponential is larger than any number of the machine. The right way gives the same probabilities as without the shift.',
    under:
      'The left way has failed: below -745.13 every exponential is rounded to 0, and 0/0 is no number. The right way does not notice.',
    fine: (largest: string) =>
      `The largest logit is $${largest.replaceAll('−', '-')}$. Both ways agree here. Shift all three further.`,
  },

  deep: {
    label: 'Gradients in a deep net',
    activation: 'Activation',
    skip: 'Skip connections',
    depth: 'Layers',
    scale: 'Initial scale',
    rate: 'Rate',
    picture: 'Norm of the gradient at each layer, on a log axis',
    layer: 'layer',
    axis: 'norm of δ',
    key: (bound: boolean, none: boolean) =>
      [
        'Thick line with a disc at each layer: now.',
        'Thin line of points: at the start.',
        bound && 'Grey dashes: the bound.',
        none && 'A cross: no gradient at all.',
      ]
        .filter(Boolean)
        .join(' '),
    none: (last: string) =>
      `No gradient reaches layer 1: in this machine’s numbers it is exactly 0. At the last layer it is $${last}$.`,
    ratio: (first: string, last: string, ratio: string, shrinks: boolean) =>
      shrinks
        ? `The gradient is $${first}$ at layer\u00a01 and $${last}$ at the last, which is $${ratio}$ times as much.`
        : `The gradient is $${last}$ at the last layer and $${first}$ at layer\u00a01, which is $${ratio}$ times as much.`,
    loss: (loss: string) => `The loss is $${loss}$.`,
    blown: 'The numbers have grown beyond all bounds: the rate is too large for this net.',
    bound: (w: string, depth: number, bound: string, sigmoid: boolean) =>
      `No matrix stretches a vector by more than $w = ${w}$, so at most $${sigmoid ? `(w/4)^{${depth - 1}}` : `w^{${depth - 1}}`}$ of the last layer’s gradient arrives at layer\u00a01: $${bound}$.`,
    noBound: 'With skip connections the bound does not hold: a gradient can pass each layer unchanged.',
    norm: 'norm of δ now',
    normAtStart: 'at the start',
    boundColumn: 'bound',
    moved: 'weights moved by',
    lossPicture: 'The loss against the steps',
    lossAxis: 'loss',
    step: 'step',
  },

  conv: {
    label: 'The sums behind a convolution',
    mode: 'Look into',
    modes: { output: 'one output', weight: 'the gradient of one weight', pixel: 'the gradient of one pixel' },
    which: 'Which one',
    valueText: (at: number, all: number) => `${at + 1} of ${all}`,
    cell: (title: string, row: number, column: number) => `${title}, row ${row}, column ${column}`,
    image: 'Image x',
    kernel: 'Kernel w',
    output: 'Output v',
    delta: 'Incoming gradient δ',
    weightGradient: 'Gradient of w',
    imageGradient: 'Gradient of x',
    stride: 'Stride',
    padding: 'Padding',
    sumOf: { output: 'v', weight: '∂L/∂w', pixel: '∂L/∂x' },
    nothing: 'nothing: no window ever covers this pixel',
    explain: {
      output: 'The kernel lies on a window of the image; each weight meets the pixel under it.',
      weight:
        'This weight was used once by every output. Each use has met another pixel: the marked block of the image.',
      pixel:
        'This pixel was used by every output whose window covers it. The small names in $\\delta$ are the weights that met it there: read row by row, they run backwards. That is the flipped kernel.',
    },
  },

  filter: {
    label: 'Kernels on a picture',
    drawing: 'drawing',
    pictures: 'Picture',
    pictureNames: { disc: 'disc', frame: 'frame', stairs: 'stairs', letter: 'letter', dots: 'dots' },
    clear: 'Clear',
    kernel: 'Kernel',
    kernels: {
      upright: 'upright edges',
      level: 'level edges',
      outline: 'outline',
      blur: 'blur',
      sharpen: 'sharpen',
    },
    drawn: 'Draw here',
    drawnLabel: 'Your picture. Arrow keys move, space turns a pixel on or off',
    cursor: (label: string, row: number, column: number, on: boolean) =>
      `${label}. Row ${row}, column ${column}: ${on ? 'on' : 'off'}`,
    wanted: 'Under the kernel',
    imitated: 'Under the learned one',
    key: 'Positive numbers in the hue of values, negative ones in grey; the fuller, the larger.',
    given: 'Kernel',
    learned: 'Learned kernel',
    weight: 'row, column',
    status: (steps: number, loss: string) =>
      steps === 0
        ? `The learned kernel is still random; its mean squared error is ${loss}.`
        : `After ${steps} ${steps === 1 ? 'step' : 'steps'} the mean squared error is ${loss}.`,
  },

  delta: {
    label: 'Deltas, layer by layer',
    index: 'One entry',
    matrix: 'All at once',
    arrays: 'The arrays that meet here, with their shapes',
    stage: (all: number) => `Stage (of ${all})`,
    unit: 'Unit',
    batch: 'A batch of 4, one example a row',
    picture: (what: string, layer: number, unit: number) =>
      ({
        activation: `The net. Values flow into unit ${unit} of layer ${layer}.`,
        error: `The net. Unit ${unit} of the last layer meets its target.`,
        delta: `The net. Gradients flow back into unit ${unit} of layer ${layer}, from every unit that it feeds.`,
        weight: `The net. One weight into unit ${unit} of layer ${layer}, with the units at its two ends.`,
      })[what] ?? '',
    tell: {
      activation: (l: number) => `Forwards, layer ${l}.`,
      error: (l: number) =>
        `Backwards begins at layer ${l}: half the squared error changes as fast as the output is off.`,
      delta: (l: number, batch: boolean) =>
        `Back to layer ${l}, through the weights of layer ${l + 1}${batch ? ', each example for itself' : ''}.`,
      weight: (l: number, batch: boolean) =>
        `The weights of layer ${l}: what comes back times what went in${batch ? ', averaged over the examples' : ''}.`,
    },
  },

  exponential: {
    label: 'What an exponential costs',
    units: 'Units',
    ways: {
      printed: 'Each formula as it is printed',
      shared: 'Equal powers worked out once, and the value used again',
      one: 'Everything from one power',
    },
    formulas: {
      printed:
        '\\fwd{\\dfrac{e^z - e^{-z}}{e^z + e^{-z}}}, \\qquad \\grd{1 - \\Big(\\dfrac{e^z - e^{-z}}{e^z + e^{-z}}\\Big)^2}',
      shared:
        '{p = e^z},\\; {q = e^{-z}},\\; \\allowbreak {t = \\dfrac{p - q}{p + q}}\\colon \\qquad \\fwd{t}, \\qquad \\grd{1 - t^2}',
      one: 'u = e^{2z}\\colon \\qquad \\fwd{\\dfrac{u - 1}{u + 1}}, \\qquad \\grd{\\dfrac{4u}{(u + 1)^2}}',
    },
    count: (n: number, all: number, units: number) =>
      `${count(n, 'exponential', 'exponentials')} a unit, ${all} for ${count(units, 'unit', 'units')}`,
    value: 'value',
    slope: 'slope',
    nan: 'not a number',
    status: {
      same: (most: number) =>
        `All three give the same numbers; the first pays ${most} times for what the last pays once.`,
      apart: () =>
        'The slopes differ. $t$ is so near to 1 or $-1$ that $1 - t^2$ loses its digits, the last of them at about $z = \\pm 19$; $4u / (u + 1)^2$ keeps its own.',
      over: () =>
        'Every slope comes out as 0, and none of them is. $1 - t^2$ has lost all its digits, and now $(u + 1)^2$ is larger than any number of the machine. For large $z$ a program uses $e^{-2z}$ instead.',
      broken: () =>
        'Here a power of $e$ or its square is larger than any number of the machine, and infinity over infinity is no number. One exponential is cheaper, and it breaks sooner: for large $z$ a program uses $e^{-2z}$ instead.',
    },
  },

  planes: {
    label: 'Four inequalities for a linear classifier',
    picture: 'The plane of the two weights. Grey is forbidden; what is left has a border.',
    texts: ['b ≤ ½', 'w₂ + b > ½', 'w₁ + b > ½', 'w₁ + w₂ + b ≤ ½'],
    signs: { w1: 'w₁', w2: 'w₂', b: 'b' },
    point: 'point',
    inequality: 'asks for',
    here: 'at the dot',
    holds: 'holds',
    fails: 'fails',
    some: (asked: number, right: number) =>
      `You ask for ${asked} of the four, and some weights are left. At the dot ${right} of the four hold.`,
    empty: 'For this $b$ nothing is left. Try another $b$, or ask for less.',
    nothing:
      'All four: nothing is left, and no $b$ helps. The second and third add up to $w_1 + w_2 + 2b > 1$, the first and fourth to $w_1 + w_2 + 2b \\le 1$.',
  },

  own: {
    label: 'An engine of your own rules',
    yours: 'is yours',
    borrowed: 'is borrowed from the book',
    task: 'To learn',
    tasks: { xor: 'XOR', digits: 'digits' } as const,
    steps: 'Steps',
    rate: 'Rate',
    learn: 'Learn',
    stop: 'Stop',
    idle: 'Nothing has been learned yet.',
    running: (step: number, loss: number) =>
      Number.isFinite(loss)
        ? `Step ${step}, loss ${loss.toPrecision(3)}.`
        : `Step ${step}. The loss has grown beyond all numbers.`,
    fault: (message: string) => `The run has ended: ${message}`,
    done: {
      xor: (right: number, total: number, own: number) =>
        `${right} of ${total} corners are right, with ${count(own, 'rule', 'rules')} of yours.`,
      digits: (right: number, total: number, own: number) =>
        `${right} of ${total} digits that it has never seen are read rightly, with ${count(own, 'rule', 'rules')} of yours.`,
    },
    losses: 'The loss at each step, on a logarithmic scale',
    step: 'step',
    loss: 'loss',
    corners: 'The four corners',
    inputs: 'inputs',
    target: 'target',
    probability: 'probability of 1',
    image: (digit: number) => `a drawn ${digit}`,
    read: (digit: number, read: number) => (digit === read ? `read ${digit}` : `${digit}, read as ${read}`),
    draw: 'Draw a digit. By keyboard: arrow keys and the space bar.',
    pad: 'Eight by eight cells to draw on',
    cell: (row: number, column: number) => `row ${row}, column ${column}`,
    ask: 'Read it',
    clear: 'Clear',
    answer: (digit: number, share: number) => `A ${digit}, with probability ${share.toFixed(2)}.`,
  },
};

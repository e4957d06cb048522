// English words of exercises, figures and progress.

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const words = {
  part: (index: number) => `(${String.fromCharCode(97 + index)})`,
  check: 'Check',
  newNumbers: 'New numbers',
  newNumbersSaid: 'New numbers are in the exercise.',
  responseTo: (title: string) => `Your response to ${title}`,
  paper: 'Checking a response needs JavaScript. Work on paper; the solution stands below.',
  paperKey: 'Checking a response needs JavaScript. Work on paper, and compare with',
  paperKeyLink: 'the answer key',
  paperFigure: 'Changing this figure needs JavaScript. It shows the setting in which it begins.',
  report: 'Report this verdict',
  reportHint: 'opens an issue with the exercise, the response and the verdict filled in',
  reportSend: 'Send this text to whoever gave you the book:',
  solved: 'Solved',
  /** `n` is 0 where it is no longer known. */
  solvedAfter: (n: number) =>
    n === 0 ? 'Solved' : n === 1 ? 'Solved at the first try' : `Solved at try ${n}`,
  tries: (n: number) => count(n, 'try', 'tries'),
  verdict: {
    correct: 'Right',
    wrong: 'Not right',
    form: 'Equal, but not in the form asked for',
    unreadable: 'Not readable',
  },
  noAttempt: 'This does not count as a try.',
  stale: 'You have changed your response since.',
  checking: 'Checking …',
  failures: {
    notLoaded:
      'What checks responses could not be loaded. Are you offline? Your response is kept; try again later.',
    notChecked: 'The check could not run. Reload the page and try again.',
  },
  next: {
    hint: 'Take a hint',
    solution: 'See the solution',
    compare: 'Compare with the solution',
    exercise: (title: string) => `Next: ${title}`,
  },
  readAs: 'Read as',
  nothingYet: 'What you type is typeset here.',
  symbols: 'Symbols to insert',
  entryRight: 'right',
  entryWrong: 'not right',
  place: 'The place in your response',

  tensor: {
    entry: (index: readonly number[]) =>
      index.length === 0
        ? 'number'
        : index.length === 2
          ? `row ${index[0]}, column ${index[1]}`
          : `entry ${index.join(', ')}`,
    rows: 'rows',
    columns: 'columns',
    shape: 'Shape',
    kind: 'Kind of array',
    scalar: 'one number',
    vector: 'vector',
    matrix: 'matrix',
    length: 'entries',
  },
  choice: { one: 'Choose one', some: 'Choose all that are right', right: 'Right.', wrong: 'Not right.' },
  order: {
    label: 'Put the steps in order',
    up: (step: string) => `Move step ${step} up`,
    down: (step: string) => `Move step ${step} down`,
    left: 'Steps below this line are left out',
    moved: (n: number, total: number) => `Now at place ${n} of ${total}.`,
    leftOut: 'Now left out.',
    drag: 'Drag to move',
  },
  slip: {
    line: 'Which line is wrong?',
    lineName: (n: number) => `Line ${n}`,
    none: 'choose a line',
    mended: 'The line put right',
  },
  network: { weights: 'Weights' },
  certificate: {
    multiplier: (n: number, inequality: string) => `Multiplier ${n}, of ${inequality}`,
    multipliers: 'Multipliers',
  },
  code: {
    label: 'Your program',
    leave: 'Tab indents. To leave the editor by keyboard, press Escape, then Tab. Control and Enter check.',
    reset: 'Start again',
    printed: 'What the program printed',
    late: 'The program did not end within a second. Is there a loop that never stops?',
    flood: 'The program sent more than the page takes.',
    frozen:
      'What a rule is given lies on the tape and is needed again: put what you work out into new arrays.',
    nothing: 'The program gave nothing back that the page can read.',
    notAnError: 'Something was thrown that is not an error.',
    unclosed: 'SyntaxError: the program ends too early. Is a bracket not closed?',
    python:
      'SyntaxError: this looks like Python. Programs are in JavaScript here: function f(a) { return a; }',
    missing: (fn: string) => `There is no function ${fn} in the program.`,
    noSandbox: 'The place where programs run could not be loaded. Reload the page and try again.',
  },

  graph: {
    drawing: 'Graph',
    table: 'The same graph as a table',
    node: 'node',
    operation: 'operation',
    from: 'from',
    value: 'value',
    gradient: 'gradient',
    locals: 'local derivatives',
    add: 'Add a node',
    addNode: 'Add the node',
    addShort: 'Add',
    first: 'first',
    second: 'second',
    firstOperand: 'first operand',
    secondOperand: 'second operand',
    undo: 'Undo',
    remove: (name: string) => `Delete node ${name}`,
    removeShort: 'Delete',
    output: 'output',
    pointer:
      'Choose an operation, then press two nodes in the drawing, or one node twice; or fill the last row of the table.',
    picked: (name: string) => `${name} is the first operand; choose the second, or press Escape.`,
    letGo: 'No operand is chosen.',
    undone: 'Undone.',
    added: (name: string, made: string) => `Node ${name} added: ${made}.`,
    removed: (name: string) => `Node ${name} deleted.`,
    needed: (name: string, by: string) => `Delete ${by} first: it uses ${name}.`,
    own: 'This is the graph that you built.',
    ownNone: 'You have not built a graph yet; this one computes the same function.',
    edge: (from: string, to: string) => `Local derivative of ${to} by ${from}`,
    edgeTwice: (from: string, to: string, which: 1 | 2) =>
      `Local derivative of ${to} by ${from}, ${which === 1 ? 'first' : 'second'} operand`,
    inputNode: 'input',
    valueOf: (name: string) => `Value of ${name}`,
    gradientOf: (output: string, name: string) => `Gradient of ${output} by ${name}`,
    operations: { '+': 'add', '*': 'multiply', '-': 'subtract', '/': 'divide' } as Record<string, string>,
    spoken: (parts: {
      name: string;
      number: number;
      operation: string;
      value?: string;
      gradient?: string;
      from: readonly string[];
    }) =>
      [
        `node ${parts.number}, ${parts.name}, ${parts.operation}`,
        parts.value === undefined ? '' : `value ${parts.value}`,
        parts.gradient === undefined ? '' : `incoming gradient ${parts.gradient}`,
        parts.from.length === 0 ? '' : `from ${parts.from.join(' and ')}`,
      ]
        .filter(Boolean)
        .join(', '),
    scroll: 'Graph, scrolls sideways',
  },

  stepper: {
    back: 'Back',
    forward: 'Forward',
    play: 'Play',
    pause: 'Pause',
    restart: 'To the start',
    step: (n: number, total: number) => `Step ${n} of ${total}`,
    point: 'The point',
    number: (name: string) => `${name} as a number`,
    start: 'The inputs are given; nothing is computed yet. Step forward.',
    end: 'Both passes are done: each input has its gradient.',
    controls: 'Steps',
    table: 'Everything known at this step, as a table',
    tellForward: (name: string, formula: string, numbers: string, value: string) =>
      `Forwards. $${name} = ${formula} = \\fwd{${numbers}} = \\fwd{${value}}$.`,
    tellSeed: (output: string) =>
      `Backwards now. The output changes as fast as itself: $\\frac{\\partial ${output}}{\\partial ${output}} = \\grd{1}$.`,
    tellBackward: (step: {
      output: string;
      from: string;
      to: string;
      incoming: string;
      local: string;
      share: string;
      before?: string;
      plain?: string;
      sum?: string;
    }) =>
      `Backwards from $${step.to}$ to $${step.from}$. The gradient at $${step.to}$ times the local derivative ` +
      `$\\frac{\\partial ${step.to}}{\\partial ${step.from}}$: $\\grd{${step.incoming}} \\cdot ${step.local} = \\grd{${step.share}}$.` +
      (step.before === undefined
        ? ''
        : ` Another path has brought $\\grd{${step.before}}$ already. Paths add up: $\\grd{${step.before} + ${step.plain}} = \\grd{${step.sum}}$.`),
  },

  paths: {
    label: 'A graph that forks and joins again and again',
    stages: 'Stages',
    path: 'Path',
    picture: (stages: number, paths: number) =>
      `${count(stages, 'stage', 'stages')} in a row, ${paths} paths`,
    one: (n: number, all: number, factors: number) =>
      `Path ${n} of ${all} has ${factors} edges: ${count(factors - 1, 'multiplication', 'multiplications')}.`,
    way: 'way',
    ways: { paths: 'path by path', walk: 'one walk backwards' },
    paths: 'paths',
    edges: 'edges',
    multiplications: 'multiplications',
  },

  setting: {
    copy: 'Copy a link to this setting',
    copied: 'Copied.',
    inAddress: 'The address of the page now holds this setting.',
  },

  progress: {
    notTried: 'not tried yet',
    tried: 'tried',
    partly: (done: number, all: number) => `${done} of ${all} parts solved`,
    solved: 'solved',
    chapterSolved: (done: number, all: number) => `${done} of ${all} exercises solved`,
    /** Beside the number of exercises. */
    chapterMark: (done: number, all: number) => `${done} of ${all} solved`,
    notices: {
      forbidden: 'This browser does not let the page save. Progress lasts until the page is closed.',
      full: 'The browser’s storage is full. Progress since then lasts until the page is closed; export it to keep it.',
      corrupt: 'The saved progress could not be read. It was set aside, and a new record begun.',
      newer:
        'Progress was saved by a newer edition of the book. It is left as it is; this page does not save.',
    },
    fileTitle: 'Take it with you',
    noScript: 'Progress is kept in the browser by a script; without JavaScript nothing is saved.',
    export: 'Export to a file',
    import: 'Import a file',
    imported: (n: number) => `${count(n, 'exercise', 'exercises')} taken from the file.`,
    dropped: (n: number) => `${count(n, 'entry was', 'entries were')} not understood and left out.`,
    tooLarge: 'The file is too large to be a record of progress.',
    notProgress: 'The file is not a record of progress of this book.',
    newerFile: 'The file was written by a newer edition of the book.',
    reset: 'Reset',
    resetOf: (title: string) => `Reset ${title}`,
    resetAll: 'Reset everything',
    sure: 'Erase for good',
    keep: 'Keep it',
    resetDone: (title: string) => `Progress in ${title} is erased.`,
    resetAllDone: 'All progress is erased.',
    response: 'response',
    nothing: 'Nothing is saved yet. Solve an exercise and it appears here.',
    file: 'backprop-by-hand-progress.json',
    gone: 'No longer in the book',
  },
};

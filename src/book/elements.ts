// The elements that an author may write beside plain HTML, with their attributes.

/** Elements that stand anywhere. `Exercise` is read by itself. */
export const elements = {
  Cite: ['key'],
  ConvLab: ['question', 'lab'],
  DeltaWalk: ['question', 'lab'],
  Exercise: undefined,
  ExponentialLab: ['question', 'lab'],
  Figure: ['id', 'caption', 'wide'],
  FilterLab: ['question', 'lab'],
  GraphPicture: ['graph', 'inputs', 'label', 'shows'],
  GraphStepper: ['graph', 'inputs', 'label', 'lab'],
  HalfPlanesLab: ['question', 'lab'],
  InitLab: ['question', 'lab'],
  JacobianLab: ['question', 'lab'],
  NetStepper: ['question', 'top', 'lab'],
  Note: [],
  OverflowLab: ['question', 'lab'],
  OwnEngineLab: ['question', 'lab'],
  PathCount: ['stages'],
  Ref: ['to'],
  SimplexLab: ['question', 'lab'],
  SlopeLab: ['question', 'lab'],
  VanishingLab: ['question', 'lab'],
  XorLab: ['question', 'lab'],
} as const satisfies Record<string, readonly string[] | undefined>;

/** Whether an element has controls, and so a name for them in addresses. */
export function isLab(name: string | null): boolean {
  const attributes: readonly string[] = Object.entries(elements).find(([one]) => one === name)?.[1] ?? [];
  return attributes.includes('lab');
}

/** Elements that stand inside an exercise only, directly in one of these; they are read with it. */
export const insideExercise = {
  Part: ['Exercise'],
  Mistake: ['Exercise', 'Part'],
  Hint: ['Exercise', 'Part'],
  Solution: ['Exercise', 'Part'],
  Option: ['Exercise', 'Part'],
  Because: ['Option'],
  Step: ['Exercise', 'Part'],
} as const satisfies Record<string, readonly string[]>;

export type AuthorElement = keyof typeof elements | keyof typeof insideExercise;

/** The elements of a text that an author may write as HTML: nothing that loads, runs or sends. */
export const html: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'hr i ins kbd li mark ol p pre q s samp section small span strong sub summary sup svg table tbody td tfoot ' +
    'th thead time tr u ul var wbr'
  ).split(' '),
);

/** HTML that is written without a closing tag, which MDX wants closed. */
export const voidHtml: ReadonlySet<string> = new Set([
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'wbr',
]);

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
  GraphStepper: ['graph', 'inputs', 'label'],
  HalfPlanesLab: ['question', 'lab'],
  InitLab: ['question', 'lab'],
  JacobianLab: ['question', 'lab'],
  NetStepper: ['question', 'top'],
  Note: [],
  OverflowLab: ['question', 'lab'],
  OwnEngineLab: ['question'],
  PathCount: ['stages'],
  Ref: ['to'],
  SimplexLab: ['question', 'lab'],
  SlopeLab: ['question', 'lab'],
  VanishingLab: ['question', 'lab'],
  XorLab: ['question', 'lab'],
} as const satisfies Record<string, readonly string[] | undefined>;

/** Elements that stand inside an exercise only; they are read with it. */
export const insideExercise = ['Part', 'Mistake', 'Hint', 'Solution', 'Option', 'Because', 'Step'] as const;

export type AuthorElement = keyof typeof elements | (typeof insideExercise)[number];

/** HTML that no chapter needs and no policy allows. */
export const refusedHtml = new Set([
  'base',
  'embed',
  'form',
  'iframe',
  'link',
  'meta',
  'object',
  'script',
  'style',
]);

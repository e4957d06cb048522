// The elements that an author may write beside plain HTML, with their attributes.

/** Elements that stand anywhere. `Exercise` is read by itself. */
export const elements = {
  Exercise: undefined,
  Figure: ['id', 'caption', 'wide'],
  GraphPicture: ['graph', 'inputs', 'label', 'values', 'gradients'],
  GraphStepper: ['graph', 'inputs', 'label'],
  Note: [],
  PathCount: ['stages'],
  Ref: ['to'],
  SlopeLab: ['question', 'lab'],
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

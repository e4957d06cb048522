// Models and derivations as TeX, printed from the tree that the engine reads them to.
import {
  type Expr,
  isDomain,
  type Model,
  nameTex,
  parse,
  parseModel,
  printSpeech,
  printTex,
} from '../../engine/formula/index.ts';
import { words } from '../words.ts';

export interface Line {
  readonly tex: string;
  readonly speech: string;
}

export interface TypesetModel {
  /** The equations in the order written. */
  readonly equations: readonly Line[];
  /** Every name once, with its shape and what else is known of its numbers. */
  readonly names: readonly { readonly tex: string; readonly says: string }[];
}

/** The model's equations and names. Throws what the engine throws on a model that it cannot read. */
export function modelTex(text: string): TypesetModel {
  const model = parseModel(text);
  const equations: Line[] = [];
  const names: { tex: string; says: string }[] = [];
  const seen = new Set<string>();
  for (const { name, letters, layer, by } of model.definitions) {
    if (!seen.has(name)) {
      const said = isDomain(by) ? domainText(by, letters.length) : '';
      const known = [shapeOf(model, name), said].filter(Boolean);
      names.push({ tex: nameTex(name), says: known.join(', ') || words.domain.number });
      seen.add(name);
    }
    if (isDomain(by)) continue;
    const left = nameNode(name, letters, layer);
    equations.push({
      tex: `${printTex(left)} = ${printTex(by)}`,
      speech: `${printSpeech(left)} equals ${printSpeech(by)}`,
    });
  }
  return { equations, names };
}

/** One formula of the model, derivatives allowed. */
export function formulaTex(text: string, modelText: string): Line {
  const { names } = parseModel(modelText);
  const tree = parse(text, { names, notation: 'mixed', decimalComma: false, star: false, derivatives: true });
  return { tex: printTex(tree), speech: printSpeech(tree) };
}

function nameNode(name: string, letters: readonly string[], layer: Expr | undefined): Expr {
  const span = [0, 0] as const;
  const indices = letters.map((letter): Expr => ({ type: 'name', name: letter, indices: [], span }));
  return { type: 'name', name, indices, ...(layer && { layer }), span };
}

function shapeOf(model: Model, name: string): string {
  const meaning = model.names.get(name);
  if (meaning?.role !== 'array') return '';
  const form = meaning.forms.find((one) => one.layer?.type !== 'number') ?? meaning.forms[0];
  const axes = form?.axes ?? [];
  if (axes.length === 0) return '';
  const sizes = axes.map(({ size, layer }) =>
    layer ? `${nameTex(size)}^{${printTex(layer)}}` : nameTex(size),
  );
  return `$${sizes.join(' \\times ')}$`;
}

function domainText(domain: Exclude<Model['definitions'][number]['by'], Expr>, axes: number): string {
  switch (domain.kind) {
    case 'random':
      return words.domain.random(domain.least, domain.most);
    case 'one-hot':
      return words.domain.oneHot(axes);
    case 'positive':
      return words.domain.positive;
    case 'nonzero':
      return words.domain.nonzero;
    case 'natural':
      return words.domain.natural;
    default:
      return '';
  }
}

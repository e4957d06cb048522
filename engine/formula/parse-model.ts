// Reads the text of a model: axes, declarations and equations, one a line.

import { type Expr, some } from './ast.ts';
import { ReadFault } from './fault.ts';
import { inferAxes, inferOne } from './infer.ts';
import type { AxisRule, Definition, Domain, Model } from './model.ts';
import { parse, parseIndex } from './parse.ts';
import { printText } from './print-text.ts';
import type { ArrayForm, Axis, Meaning, Scope } from './scope.ts';
import { FUNCTIONS } from './spelling.ts';

/** A fault in a model's text, with the line it stands on (from 1). */
export class ModelFault extends Error {
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column = 1) {
    super(message);
    this.name = 'ModelFault';
    this.line = line;
    this.column = column;
  }
}

interface Statement {
  readonly line: number;
  readonly text: string;
}

const NAME = /^([A-Za-z]+\d*)(?:_(?:\{([a-z, ]+)\}|([a-z]+)))?(?:\^(?:\{([^}]+)\}|([A-Za-z]|\d+)))?$/;
/** Functions of more than one number. */
const MANY = new Set(['max', 'min', 'softmax', 'logsumexp', 'diag']);
/** `T` would be a transpose; `d` begins a derivative only before another name, and `e` is Euler's only where it is no name. */
const RESERVED = new Set(['sum', 'frac', 'T', 'I', 'axis', 'layers']);

/**
 * Reads a model, e.g. `axis K`, `s_k : K`, `f_k = exp(s_k) / sum_c exp(s_c)`. Throws a ModelFault with the line.
 * After `:` stands the shape (`n^l x n^{l-1}`, `K`, `number`) and, after a comma, the domain: `positive`, `nonzero`, `natural`,
 * `one-hot`, `random -3..3`, `padded` (counts as 0 outside its range). `f : function` is open, `f : function relu`
 * another name for a known one. Lines that begin with # are remarks. `anyName` is for names that readers choose: a
 * node of a graph may be called sum.
 */
export function parseModel(text: string, anyName = false): Model {
  const building = new Building(text, anyName);
  const statements = split(text);
  for (const s of statements) building.declare(s);
  for (const s of statements) building.define(s);
  building.infer();
  return building.finish();
}

function split(text: string): Statement[] {
  return text
    .split('\n')
    .map((line, i) => ({ line: i + 1, text: line.replace(/#.*$/, '').replaceAll('\t', ' ').trim() }))
    .filter((s) => s.text !== '');
}

class Building {
  private readonly names = new Map<string, Meaning>();
  private readonly axes = new Map<string, AxisRule>();
  private readonly definitions: Definition[] = [];
  /** Names whose equation is written in whole arrays, so that what uses them is too. */
  private readonly wholes = new Set<string>();
  private readonly equations = new Set<string>();
  private top = 5;
  private last = 'L';
  private readonly text: string;
  private readonly anyName: boolean;

  constructor(text: string, anyName: boolean) {
    this.text = text;
    this.anyName = anyName;
  }

  private get scope(): Scope {
    return { names: this.names, notation: 'mixed', decimalComma: false, star: false, derivatives: true };
  }

  /** First pass: what names there are. */
  declare({ text, line }: Statement): void {
    const axis = /^axis\s+([A-Za-z]\w*)(\^l)?\s*(?:=\s*(.+))?$/.exec(text);
    if (axis) {
      this.declareAxis(axis[1] as string, Boolean(axis[2]), axis[3], line);
      return;
    }
    const layers = /^layers\s+0\.\.(\d+)(?:\s+last\s+([A-Za-z]))?$/.exec(text);
    if (layers) {
      this.top = Number(layers[1]);
      this.last = layers[2] ?? 'L';
      return;
    }
    const { left, right, colon } = sides(text, line);
    const parsed = NAME.exec(left);
    if (!parsed)
      throw new ModelFault(
        /^[A-Za-z]+_\d+$/.test(left)
          ? `“${left}” is an entry, not a name: write ${left.replace('_', '')}, which is printed with its number below.`
          : `“${left}” cannot be declared: a name with its indices, such as W_kj^l, was expected.`,
        line,
      );
    const name = parsed[1] as string;
    if (RESERVED.has(name) && !this.anyName)
      throw new ModelFault(`${name} has a meaning of its own and cannot be a name.`, line);
    const letters = [...(parsed[2] ?? parsed[3] ?? '').replace(/[ ,]/g, '')];
    const layerText = parsed[4] ?? parsed[5];
    const layer = layerText === undefined ? undefined : this.layerOf(layerText, line);
    const kind = colon?.trim() ?? '';
    const known = /^function(?:\s+(\w+))?$/.exec(kind);
    if (known) {
      this.fresh(name, line);
      this.names.set(name, { role: 'function', ...(known[1] && { is: this.curve(known[1], line) }) });
    } else if (/^index of /.test(kind)) {
      this.fresh(name, line);
      this.names.set(name, { role: 'index', axis: this.axisOf(kind.slice(9), line) });
    } else if (/^natural/.test(kind)) {
      this.fresh(name, line);
      this.names.set(name, { role: 'size' });
      this.definitions.push({ name, letters: [], by: { kind: 'natural' }, matrix: false, line });
    } else this.declareArray(name, letters, layer, colon, right !== undefined, line);
  }

  /** The known function of one number that goes by this name. */
  private curve(name: string, line: number): string {
    const fn = FUNCTIONS[name];
    if (fn !== undefined && !MANY.has(fn)) return fn;
    throw new ModelFault(`${name} is not a function of one number; relu, tanh and sigma are.`, line);
  }

  private fresh(name: string, line: number): void {
    if (this.names.has(name)) throw new ModelFault(`${name} is declared twice.`, line);
  }

  private declareAxis(name: string, layered: boolean, rule: string | undefined, line: number): void {
    if (this.axes.has(name)) throw new ModelFault(`The axis ${name} is declared twice.`, line);
    const fixed = rule !== undefined && /^\d+$/.test(rule.trim()) ? Number(rule) : undefined;
    this.axes.set(name, { name, layered, ...(fixed !== undefined && { size: fixed }) });
    if (!layered) this.names.set(name, { role: 'size' });
    if (rule !== undefined && fixed === undefined) {
      const by = this.read(rule, line);
      this.axes.set(name, { name, layered, by });
    }
  }

  private declareArray(
    name: string,
    letters: string[],
    layer: Expr | undefined,
    colon: string | undefined,
    defined: boolean,
    line: number,
  ): void {
    const known = this.names.get(name);
    if (known && known.role !== 'array') throw new ModelFault(`${name} is declared twice.`, line);
    const [shape = '', ...domain] = (colon ?? '').split(',').map((part) => part.trim());
    const axes: Axis[] =
      colon === undefined || (shape === '' && defined)
        ? letters.map(() => ({ size: '?' }))
        : this.shapeOf(shape, line);
    if (letters.length > 0 && axes.length !== letters.length)
      throw new ModelFault(`${name} has ${letters.length} indices but a shape of ${axes.length} axes.`, line);
    const names = letters.length > 0 ? letters : axes.map((_, i) => 'ijk'[i] as string);
    const form: ArrayForm = { axes, letters: names, ...(layer && { layer }) };
    const padded = domain.includes('padded');
    const forms = known?.role === 'array' ? known.forms : [];
    const same = forms.find((f) => JSON.stringify(key(f.layer)) === JSON.stringify(key(layer)));
    if (same && this.definitions.some((d) => d.name === name && key(d.layer) === key(layer)))
      throw new ModelFault(`${name} is declared twice.`, line);
    const equation = `${name}^${layer ? printText(layer) : ''}`;
    if (defined && this.equations.has(equation)) throw new ModelFault(`${name} is defined twice.`, line);
    if (defined) this.equations.add(equation);
    // A base case such as a_j^0 = x_j belongs to the array that is declared for every layer.
    const base = forms.some((f) => f.layer?.type === 'name') && form.layer !== undefined;
    this.names.set(name, {
      role: 'array',
      forms: base ? forms : [...forms, form],
      padded: padded || (known?.role === 'array' && known.padded),
    });
    if (!defined)
      this.definitions.push({
        name,
        letters: names,
        ...(layer && { layer }),
        by: domainOf(domain, line),
        matrix: false,
        line,
      });
  }

  private layerOf(text: string, line: number): Expr {
    return this.read(text, line, parseIndex);
  }

  private shapeOf(text: string, line: number): Axis[] {
    if (text === 'number' || text === '') return [];
    return text.split(/\s+x\s+/).map((part) => this.axisOf(part, line));
  }

  private axisOf(text: string, line: number): Axis {
    const parsed = /^([A-Za-z]\w*|\d+)(?:\^(?:\{([^}]+)\}|(\w)))?$/.exec(text.trim());
    const size = parsed?.[1] ?? '';
    if (!parsed || (!/^\d+$/.test(size) && !this.axes.has(size)))
      throw new ModelFault(
        `“${text.trim()}” is not an axis: declare it first with “axis ${text.trim()}”.`,
        line,
      );
    const layer = parsed[2] ?? parsed[3];
    return layer === undefined ? { size } : { size, layer: this.layerOf(layer, line) };
  }

  private read(text: string, line: number, reading = parse): Expr {
    try {
      return reading(text, this.scope);
    } catch (error) {
      if (error instanceof ReadFault) throw new ModelFault(error.message, line, error.span[0] + 1);
      throw error;
    }
  }

  /** Second pass: the equations, now that every name is known. */
  define({ text, line }: Statement): void {
    if (/^(axis|layers)\b/.test(text)) return;
    const { left, right } = sides(text, line);
    if (right === undefined) return;
    const parsed = NAME.exec(left) as RegExpExecArray;
    const name = parsed[1] as string;
    const letters = [...(parsed[2] ?? parsed[3] ?? '').replace(/[ ,]/g, '')];
    const layerText = parsed[4] ?? parsed[5];
    const layer = layerText === undefined ? undefined : this.layerOf(layerText, line);
    const by = this.read(right, line);
    const arrays = (node: Expr) => {
      const meaning = node.type === 'name' ? this.names.get(node.name) : undefined;
      return (
        node.type === 'matrix' ||
        (node.type === 'name' &&
          node.indices.length === 0 &&
          meaning?.role === 'array' &&
          (this.wholes.has(node.name) || meaning.forms.some((f) => f.axes.length > 0)))
      );
    };
    const vectors = some(
      by,
      (node) => node.type === 'call' && /^(softmax|logsumexp)$/.test(node.fn) && letters.length > 0,
    );
    const matrix = letters.length === 0 && !vectors && some(by, arrays);
    if (matrix) this.wholes.add(name);
    const definition = { name, letters, ...(layer && { layer }), by, matrix, line };
    this.definitions.push(definition);
    // The lines below may use its shape.
    inferOne(this.names, definition, (message, at) => new ModelFault(message, at));
  }

  /** The shape of a defined name follows from its equation. */
  infer(): void {
    inferAxes(this.names, this.definitions, (message, line) => new ModelFault(message, line));
  }

  finish(): Model {
    return {
      text: this.text,
      names: this.names,
      axes: this.axes,
      definitions: this.definitions,
      top: this.top,
      last: this.last,
    };
  }
}

function key(layer: Expr | undefined): string {
  if (!layer) return '';
  return layer.type === 'number'
    ? String(layer.value.num)
    : layer.type === 'name'
      ? layer.name
      : 'expression';
}

function sides(text: string, line: number): { left: string; right?: string; colon?: string } {
  const [, before, colon] = /^(.*\S)\s*:\s+(.*)$/.exec(text) ?? [];
  const body = before ?? text;
  const equals = body.indexOf('=');
  if (equals < 0) {
    if (colon === undefined)
      throw new ModelFault(`“${text}” declares nothing: write “name = formula” or “name : shape”.`, line);
    return { left: body, colon };
  }
  return {
    left: body.slice(0, equals).trim(),
    right: body.slice(equals + 1).trim(),
    ...(colon !== undefined && { colon }),
  };
}

function domainOf(words: readonly string[], line: number): Domain {
  let domain: Domain = { kind: 'free' };
  for (const word of words) {
    const range = /^random (-?\d+)\.\.(-?\d+)$/.exec(word);
    if (range) {
      domain = { kind: 'random', least: Number(range[1]), most: Number(range[2]) };
      if (domain.least > domain.most)
        throw new ModelFault(`“${word}” goes from a larger number to a smaller one.`, line);
    } else if (word === 'positive' || word === 'nonzero' || word === 'one-hot') domain = { kind: word };
    else if (word !== 'padded' && word !== '')
      throw new ModelFault(
        `“${word}” is not known here: positive, nonzero, one-hot, padded and random -3..3 are.`,
        line,
      );
  }
  return domain;
}

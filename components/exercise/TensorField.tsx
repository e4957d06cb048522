// The field of a vector or matrix: a cell an entry, and its shape too where that is part of the question.

import { useEffect, useState } from 'preact/hooks';
import type { TensorPart } from '../../engine/exercise/index.ts';
import { words } from '../words.ts';
import { type Cells, flatCells, pastedCells, readCells, shapeOfText, withCell, writeCells } from './cells.ts';
import { EntryInput } from './EntryInput.tsx';
import { loadEngine } from './engine.ts';
import { entriesOf, type FieldProps } from './field.ts';
import { ShapeChooser } from './ShapeChooser.tsx';

export function TensorField(props: FieldProps<TensorPart>) {
  const { exercise, part, seed, response, prepared } = props;
  const asked = part.shape === 'asked';
  const [known, setKnown] = useState(prepared.shape);
  useEffect(() => {
    // Another variant may have another shape; the build has given that of variant 1.
    if (asked || (known && seed === 1)) return;
    loadEngine().then(
      (engine) => setKnown(engine.shapeOf(exercise, part.name, seed)),
      () => {},
    );
  }, [exercise, part, seed, asked]);

  const [chosen, setChosen] = useState<readonly number[]>();
  const shape = asked ? (response === '' ? (chosen ?? [2]) : shapeOfText(response)) : (known ?? [1]);
  const cells = readCells(response, shape);
  const marks = entryMarks(props, shape);
  const change = (next: Cells) =>
    props.onResponse(!asked && flatCells(next).every((cell) => cell.trim() === '') ? '' : writeCells(next));

  const cell = (index: readonly number[], text: string, flat: number) => (
    <EntryInput
      key={index.join()}
      id={flat === 0 ? `${props.id}-field` : undefined}
      label={words.tensor.entry(index)}
      value={text}
      onValue={(value) => change(withCell(cells, index, value))}
      onCheck={props.onCheck}
      onPasted={(text) => {
        const pasted = pastedCells(text, shape);
        if (pasted) change(pasted);
        return pasted !== undefined;
      }}
      ready={props.ready}
      mark={marks[flat]}
      describedBy={props.describedBy}
    />
  );
  return (
    <fieldset class="card-group tensor" aria-label={props.label}>
      {asked && (
        <ShapeChooser
          shape={shape}
          ready={props.ready}
          onShape={(next) => {
            setChosen(next);
            change(readCells(response, next));
          }}
        />
      )}
      <div class="tensor-scroll scroll-x">
        <div class={`tensor-brackets tensor-rank-${shape.length}`}>{rows(cells, cell)}</div>
      </div>
    </fieldset>
  );
}

type DrawCell = (index: readonly number[], text: string, flat: number) => preact.JSX.Element;

/** A vector is one row of cells, a matrix a row each; higher ranks stand under each other. */
function rows(cells: Cells, draw: DrawCell) {
  let flat = 0;
  const row = (items: Cells, index: readonly number[]): preact.JSX.Element => {
    if (typeof items === 'string') return draw(index, items, flat++);
    const leaf = items.every((item) => typeof item === 'string');
    return (
      <div key={`row ${index.join()}`} class={leaf ? 'tensor-row' : 'tensor-rows'}>
        {items.map((item, i) => row(item, [...index, i]))}
      </div>
    );
  };
  return row(cells, []);
}

/** Marks of the last check, for the cells that still read as they did. */
function entryMarks(
  { checked, response }: FieldProps<TensorPart>,
  shape: readonly number[],
): readonly (boolean | undefined)[] {
  if (!checked) return [];
  const then = flatCells(readCells(checked.response, shape));
  const now = flatCells(readCells(response, shape));
  return entriesOf(checked, now.length).map((right, i) => (then[i] === now[i] ? right : undefined));
}

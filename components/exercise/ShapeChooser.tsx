// Choosing the shape of an array before filling it, where finding the shape is part of the exercise.

import { words } from '../words.ts';

interface ShapeChooserProps {
  readonly shape: readonly number[];
  readonly ready: boolean;
  readonly onShape: (shape: readonly number[]) => void;
}

const longest = 8;
const ranks = [words.tensor.scalar, words.tensor.vector, words.tensor.matrix];

export function ShapeChooser({ shape, ready, onShape }: ShapeChooserProps) {
  const axis = (name: string, i: number) => (
    <label key={name} class="tensor-axis">
      <span>{name}</span>
      <select
        class="field"
        disabled={!ready}
        value={shape[i]}
        onChange={(event) =>
          onShape(shape.map((length, j) => (j === i ? Number(event.currentTarget.value) : length)))
        }
      >
        {Array.from({ length: longest }, (_, n) => (
          <option key={n} value={n + 1}>
            {n + 1}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset class="tensor-shape">
      <legend class="visually-hidden">{words.tensor.shape}</legend>
      <label class="tensor-axis">
        <span class="visually-hidden">{words.tensor.kind}</span>
        <select
          class="field"
          disabled={!ready}
          value={shape.length}
          onChange={(event) => {
            const rank = Number(event.currentTarget.value);
            onShape(Array.from({ length: rank }, (_, i) => shape[i] ?? 2));
          }}
        >
          {ranks.map((name, rank) => (
            <option key={name} value={rank}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {shape.length === 1 && axis(words.tensor.length, 0)}
      {shape.length === 2 && axis(words.tensor.rows, 0)}
      {shape.length === 2 && axis(words.tensor.columns, 1)}
    </fieldset>
  );
}

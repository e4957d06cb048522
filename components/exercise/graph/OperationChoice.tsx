// Which operation the next node has: one of a few, as pressed buttons.

import { operationSign, operationWord } from '../../figure/graph/index.ts';
import { words } from '../../words.ts';

interface OperationChoiceProps {
  readonly id: string;
  readonly ops: readonly string[];
  readonly op: string;
  readonly ready: boolean;
  readonly onOp: (op: string) => void;
}

export function OperationChoice({ id, ops, op, ready, onOp }: OperationChoiceProps) {
  return (
    <fieldset class="build-ops">
      <legend class="visually-hidden">{words.graph.operation}</legend>
      {ops.map((one) => (
        <label key={one} class="build-op">
          <input
            type="radio"
            name={`${id}-operation`}
            value={one}
            checked={one === op}
            disabled={!ready}
            onChange={() => onOp(one)}
          />
          <span class="build-op-sign notranslate" aria-hidden="true">
            {operationSign(one)}
          </span>
          <span class="build-op-word">{operationWord(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}

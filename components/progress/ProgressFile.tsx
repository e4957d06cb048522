// Progress to and from a file: to keep it, or to go on at another machine.

import { words } from '../words.ts';
import { longestText } from './read.ts';
import { progress } from './store.ts';

interface ProgressFileProps {
  readonly empty: boolean;
  readonly onSay: (sentence: string) => void;
}

export function ProgressFile({ empty, onSay }: ProgressFileProps) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([progress.exportText()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = words.progress.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const load = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    // A huge file is not even read into memory.
    const text = file.size > 4 * longestText ? undefined : await file.text();
    input.value = '';
    onSay(text === undefined ? words.progress.tooLarge : importFrom(text));
  };
  return (
    <div class="progress-file">
      <button type="button" class="button" disabled={empty} onClick={save}>
        {words.progress.export}
      </button>
      <label class="button progress-import">
        <span>{words.progress.import}</span>
        <input type="file" accept="application/json,.json" onChange={(event) => load(event.currentTarget)} />
      </label>
    </div>
  );
}

function importFrom(text: string): string {
  const reading = progress.importText(text);
  if (reading.ok) {
    const taken = words.progress.imported(reading.progress.size);
    return reading.dropped > 0 ? `${taken} ${words.progress.dropped(reading.dropped)}` : taken;
  }
  if (reading.problem === 'too large') return words.progress.tooLarge;
  return reading.problem === 'newer' ? words.progress.newerFile : words.progress.notProgress;
}

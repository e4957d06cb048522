// The card as an island of the page: it unpacks what the build gave it.

import { useMemo } from 'preact/hooks';
import { ExerciseCard, type ExerciseCardProps } from './ExerciseCard.tsx';
import { unpack } from './pack.ts';

export function ExerciseIsland({ packed }: { readonly packed: string }) {
  const props = useMemo(() => unpack<ExerciseCardProps>(packed), [packed]);
  return <ExerciseCard {...props} />;
}

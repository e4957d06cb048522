// The engine, loaded when a reader first turns to an exercise.

import { lazily } from '../lazily.ts';

export type Engine = typeof import('../../engine/exercise/index.ts');

export const loadEngine = lazily((): Promise<Engine> => import('../../engine/exercise/index.ts'));

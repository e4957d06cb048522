// Where the two inputs lie in the picture of their plane.

import type { Corner } from '../frame/index.ts';
import { reach } from './regions.ts';

/** Of the picture, in its own units; up to the style sheet on the page. */
export const size = 264;

const along = (value: number) => ((value - reach.low) / (reach.high - reach.low)) * size;

/** x1 to the right, x2 upwards. */
export const place = ([x1, x2]: Corner): Corner => [along(x1), size - along(x2)];

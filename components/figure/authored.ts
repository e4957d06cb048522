// The door for who checks what authors write in a figure: is it a graph, a point? Draws nothing, needs no browser.

export { readGraph } from './graph/text.ts';
export { readShown } from './picture.ts';
export { readPoint } from './point.ts';

// The picture of the book that other sites show beside its address (src/tasks/card.ts draws it).
export const cardFile = 'card.png';

export const cardSize = { width: 1200, height: 630 };

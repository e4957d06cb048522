// Names options and steps, and puts steps into an order that looks random but is the same in every build.

/** The numbers 0 to n-1 in an order drawn from the name; never the given order where another one exists. */
export function shuffledOrder(n: number, name: string): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = hash(name);
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  if (n > 1 && order.every((value, i) => value === i)) order.push(order.shift()!);
  return order;
}

/** Keys of the steps in the order written; the alphabet is the order shown. */
export function stepKeys(count: number, name: string): string[] {
  const keys: string[] = [];
  shuffledOrder(count, name).forEach((written, shown) => {
    keys[written] = keyAt(shown);
  });
  return keys;
}

/** `a`, `b`, ..., `z`, `aa`, ... */
export function keyAt(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : keyAt(Math.floor(index / 26) - 1) + letter;
}

/** FNV-1a over the UTF-16 units, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

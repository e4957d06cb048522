// What comes back: numbers in rows, under names. Anything else is null. No getter of the program's is called to read it; the
// traps of a proxy are, and can say no more than other numbers.
let numbers = 0;
const write = (value, depth) => {
  if (typeof value === 'number') {
    numbers += 1;
    if (numbers > 50000) throw new RangeError('The program gives back too many numbers.');
    return isFinite(value) ? text(value) : `"${value}"`;
  }
  if (typeof value !== 'object' || value === null || depth > 4) return 'null';
  let words = '';
  if (isArray(value) || isView(value)) {
    const count = value.length;
    if (!(count <= 50000)) return 'null';
    for (let i = 0; i < count; i++) {
      const entry = getOwnPropertyDescriptor(value, i);
      words += (i > 0 ? ',' : '') + write(entry && entry.value, depth + 1);
    }
    return `[${words}]`;
  }
  const names = ownKeys(value);
  for (let i = 0; i < names.length && i < 20; i++) {
    if (typeof names[i] !== 'string') continue;
    const entry = getOwnPropertyDescriptor(value, names[i]);
    words += `${words ? ',' : ''}${stringify(cut(names[i]))}:${write(entry && entry.value, depth + 1)}`;
  }
  return `{${words}}`;
};

/** The lines of the script through which an error came, the innermost first; none where it does not say. */
const linesOf = (error) => {
  let found = '';
  try {
    const pattern = /(?:blob:[^\s)]*|program\.js):(\d+):\d+/g;
    const stack = text(error.stack);
    for (let i = 0, match; i < 12 && (match = apply(search, pattern, [stack])); i++) found += (found && ',') + match[1];
  } catch {}
  return found;
};
const fail = (error) => {
  let message = '';
  try {
    message = cut(error instanceof Error ? `${error.name}: ${error.message}` : '');
  } catch {}
  post(`f[${stringify(message)},[${linesOf(error)}]]`);
};

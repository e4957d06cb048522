// Memory: one array of at most four million numbers, sixteen million in all. What a program says of a size is asked
// for once and handed on as a plain number: an object that is asked twice may give two answers.
const MOST_BYTES = 32e6;
const MOST_ENTRIES = 4e6;
const MOST_CHARACTERS = 1e6;
let bytes = 4 * MOST_BYTES;
const refuse = () => {
  throw new RangeError('This takes more memory than a program of this book gets.');
};
const take = (n) => {
  if (!(n <= MOST_BYTES)) refuse();
  bytes -= n;
  if (bytes < 0) refuse();
};
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
const whole = (given) => number(given ?? 0) || 0;
const getter = (owner, name) => getOwnPropertyDescriptor(owner, name).get;
const Typed = getPrototypeOf(Float64Array);
const bufferBytes = getter(ArrayBuffer.prototype, 'byteLength');
const viewBytes = getter(Typed.prototype, 'byteLength');
const viewLength = getter(Typed.prototype, 'length');
const viewName = getter(Typed.prototype, Symbol.toStringTag);
const isBuffer = (value) => {
  try {
    apply(bufferBytes, value, []);
    return true;
  } catch {
    return false;
  }
};

/** Puts a constructor that measures in the place of a built-in one, also where instances name theirs. */
const guard = (Original, make, call) => {
  const Guarded = new Proxy(Original, {
    construct: (target, args, made) => make(target, args, made === Guarded ? target : made),
    ...(call && { apply: call }),
  });
  defineProperty(Original.prototype, 'constructor', { value: Guarded });
  defineProperty(globalThis, Original.name, { value: Guarded });
  return Guarded;
};
// A list of a thousand entries or fewer costs what writing it down would cost.
const takeList = (n) => {
  if (typeof n !== 'number') return;
  if (n > MOST_ENTRIES) refuse();
  if (n > 1000) take(8 * n);
};
const makeList = (target, args, made) => {
  if (args.length === 1) takeList(args[0]);
  return construct(target, args, made);
};
const List = Array;
const listFrom = List.from;
const GuardedList = guard(List, makeList, (target, self, args) => makeList(target, args, target));
guard(ArrayBuffer, (target, args, made) => {
  // A buffer that could grow would be measured too early.
  if (args[1]?.maxByteLength !== undefined) refuse();
  const size = whole(args[0]);
  take(size);
  return construct(target, [size], made);
});
for (const name of kept) {
  const Original = globalThis[name];
  if (typeof Original !== 'function' || getPrototypeOf(Original) !== Typed) continue;
  const width = Original.BYTES_PER_ELEMENT;
  guard(Original, (target, args, made) => {
    const given = args[0];
    if (isObject(given) && isBuffer(given)) return construct(target, args, made);
    if (!isObject(given)) {
      const size = whole(given);
      take(width * size);
      return construct(target, [size], made);
    }
    const from = apply(viewName, given, []) === undefined ? apply(listFrom, GuardedList, [given]) : given;
    const size = from === given ? apply(viewLength, given, []) : from.length;
    take(width * size);
    const view = construct(target, [size], made);
    for (let i = 0; i < size; i++) view[i] = from[i];
    return view;
  });
}

/** Has a method measured before it runs; `before` may hand back another `this` and other arguments. */
const patch = (owner, name, before) => {
  const original = owner[name];
  if (!original) return;
  const value = { [name](...args) {
    const { self, given } = before(this, args) ?? { self: this, given: args };
    return apply(original, self, given);
  } }[name];
  defineProperty(owner, name, { value });
};
for (const name of ['slice', 'map', 'filter', 'with', 'toReversed', 'toSorted'])
  patch(Typed.prototype, name, (self) => take(apply(viewBytes, self, [])));
patch(ArrayBuffer.prototype, 'slice', (self) => take(apply(bufferBytes, self, [])));
patch(List, 'from', (self, args) => ({ self: typeof self === 'function' ? self : GuardedList, given: args }));
for (const name of ['fill', 'toSpliced', 'with', 'toReversed', 'toSorted', 'copyWithin', 'keys', 'entries'])
  patch(List.prototype, name, (self) => {
    if (whole(self?.length) > MOST_ENTRIES) refuse();
  });
patch(List.prototype, 'concat', (self, args) => {
  let size = whole(self?.length);
  for (let i = 0; i < args.length; i++) size += isArray(args[i]) ? args[i].length : 1;
  takeList(size);
});
patch(List.prototype, 'join', (self, args) => {
  const size = whole(self?.length);
  const between = args[0] === undefined ? ',' : text(args[0]);
  let characters = size * between.length;
  for (let i = 0; i < size && characters <= MOST_CHARACTERS; i++)
    if (typeof self[i] === 'string') characters += self[i].length;
  if (characters > MOST_CHARACTERS) refuse();
  return { self, given: [between] };
});
for (const name of ['repeat', 'padStart', 'padEnd'])
  patch(String.prototype, name, (self, args) => {
    const words = text(self);
    const size = whole(args[0]);
    if (size * (name === 'repeat' ? words.length : 1) > MOST_CHARACTERS) refuse();
    return { self: words, given: args[1] === undefined ? [size] : [size, text(args[1])] };
  });
for (const name of ['replace', 'replaceAll'])
  patch(String.prototype, name, (self, args) => {
    const words = text(self);
    const by = typeof args[1] === 'function' ? args[1] : text(args[1]);
    if (typeof by === 'string' && words.length * by.length > MOST_CHARACTERS) refuse();
    return { self: words, given: [args[0], by] };
  });

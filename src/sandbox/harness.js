'use strict';
// What a reader's program finds around it: numbers, arrays and Math; no network, no storage, no page, no large memory.
// It stands before the program in the same script, in the page's worker as in the judge of the command line.
const __book = (() => {
  const post = globalThis.postMessage.bind(globalThis);
  const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty, deleteProperty, construct, apply } = Reflect;
  const { isArray } = Array;
  const isView = ArrayBuffer.isView;
  const text = String;
  const number = Number;
  const stringify = JSON.stringify;
  const isFinite = Number.isFinite;
  const { freeze } = Object;
  const bare = Object.prototype;
  const search = RegExp.prototype.exec;
  const slice = String.prototype.slice;

  const kept = new Set(
    `Object Function Array Number Boolean String Symbol BigInt Math JSON Date Map Set WeakMap WeakSet Promise Reflect Proxy
     RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError Iterator
     parseInt parseFloat isNaN isFinite NaN Infinity undefined globalThis ArrayBuffer DataView Int8Array Uint8Array
     Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array
     BigUint64Array`.split(/\s+/),
  );
  for (let owner = globalThis; owner && owner !== bare; owner = getPrototypeOf(owner)) {
    for (const name of ownKeys(owner)) {
      if (!kept.has(name) && !deleteProperty(owner, name)) defineProperty(owner, name, { value: undefined });
    }
  }
  for (const name of ['transfer', 'transferToFixedLength', 'resize']) deleteProperty(ArrayBuffer.prototype, name);

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

  // What is printed: at most a hundred lines of at most five hundred characters.
  const MOST_LINES = 100;
  const MOST_WIDTH = 500;
  let lines = 0;
  const cut = (words) => apply(slice, words, [0, MOST_WIDTH]);
  const show = (value, depth) => {
    if (typeof value === 'string') return depth === 0 ? cut(value) : stringify(cut(value));
    if (typeof value === 'function') return 'function';
    if (typeof value !== 'object' || value === null) return cut(text(value));
    if (depth > 4) return '…';
    const list = isArray(value) || isView(value);
    const names = list ? [] : ownKeys(value);
    const count = list ? value.length : names.length;
    let words = list ? '[' : '{ ';
    for (let i = 0; i < count && words.length < MOST_WIDTH; i++) {
      if (i > 0) words += ', ';
      if (!list) words += `${text(names[i])}: `;
      words += show(list ? value[i] : value[names[i]], depth + 1);
    }
    return cut(words) + (list ? ']' : ' }');
  };
  const log = (...values) => {
    lines += 1;
    if (lines > MOST_LINES) return;
    let words = '';
    for (let i = 0; i < values.length; i++) {
      let shown = 'a value that cannot be shown';
      try {
        shown = show(values[i], 0);
      } catch {}
      words += (i > 0 ? ' ' : '') + shown;
    }
    post(`l${lines === MOST_LINES ? '…' : cut(words)}`);
  };
  defineProperty(globalThis, 'console', {
    value: freeze({ __proto__: null, log, info: log, warn: log, error: log, debug: log, table: log }),
  });

  // What comes back: numbers in rows, under names. Anything else is null; nothing of the program's is called to read it.
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

  const still = (value) => {
    if (!isArray(value)) return;
    for (let i = 0; i < value.length; i++) still(value[i]);
    freeze(value);
  };

  post('begin');
  return freeze({
    /** Says which error ended the program, and where. */
    fail,
    /** Calls the functions, each on its arguments (which it may change, or not), and posts what they give back. */
    run(functions, calls) {
      try {
        let words = '';
        for (let i = 0; i < calls.length; i++) {
          const { fn, args, frozen } = calls[i];
          if (frozen) still(args);
          if (typeof functions[fn] !== 'function') return post(`f[${stringify(fn)},"missing"]`);
          words += (i > 0 ? ',' : '') + write(functions[fn](...args), 0);
        }
        post(`r[${words}]`);
      } catch (error) {
        fail(error);
      }
    },
    /** Runs a program of the book's own around the reader's functions; `report` tells the page how far it is. */
    play(program) {
      try {
        post(`r${stringify(program((news) => post(`p${stringify(news)}`)))}`);
      } catch (error) {
        fail(error);
      }
    },
  });
})();

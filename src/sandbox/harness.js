'use strict';
// What a reader's program finds around it: numbers, arrays and Math; no network, no storage, no page, no large memory.
// It stands before the program in the same script, in the page's worker as in the judge of the command line.
const __book = (() => {
  const post = globalThis.postMessage.bind(globalThis);
  const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty, deleteProperty, construct, apply } = Reflect;
  const { isArray } = Array;
  const isView = ArrayBuffer.isView;
  const text = String;
  const stringify = JSON.stringify;
  const isFinite = Number.isFinite;
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

  // Memory: one array of at most four million numbers, sixteen million in all.
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
  const guarded = (Original, sizeOf) => {
    const Guarded = new Proxy(Original, {
      construct(target, args, made) {
        take(sizeOf(args[0], args[1]));
        return construct(target, args, made === Guarded ? target : made);
      },
    });
    defineProperty(Original.prototype, 'constructor', { value: Guarded });
    defineProperty(globalThis, Original.name, { value: Guarded });
  };
  guarded(ArrayBuffer, (length, options) => Math.max(Number(length ?? 0) || 0, Number(options?.maxByteLength ?? 0) || 0));
  for (const name of kept) {
    const Original = globalThis[name];
    if (typeof Original !== 'function' || !/^(?!Data).*\d(Clamped)?Array$/.test(name)) continue;
    const width = Original.BYTES_PER_ELEMENT;
    guarded(Original, (given) =>
      typeof given === 'object' && given !== null
        ? given instanceof ArrayBuffer
          ? 0
          : width * (Number(given.length) || 0)
        : width * (Number(given ?? 0) || 0),
    );
  }
  const List = Array;
  const lengthOf = (n) => {
    if (typeof n === 'number' && n > MOST_ENTRIES) refuse();
  };
  const GuardedArray = new Proxy(List, {
    apply(target, self, args) {
      if (args.length === 1) lengthOf(args[0]);
      return apply(target, self, args);
    },
    construct(target, args, made) {
      if (args.length === 1) lengthOf(args[0]);
      return construct(target, args, made === GuardedArray ? target : made);
    },
  });
  defineProperty(globalThis, 'Array', { value: GuardedArray });
  const patch = (owner, name, check) => {
    const original = owner[name];
    if (!original) return;
    const value = { [name](...args) {
      check(this, args);
      return apply(original, this, args);
    } }[name];
    defineProperty(owner, name, { value });
  };
  patch(List, 'from', (_, [given]) => lengthOf(given?.length));
  for (const name of ['fill', 'concat', 'toSpliced', 'with', 'toReversed', 'toSorted', 'copyWithin', 'join', 'keys', 'entries'])
    patch(List.prototype, name, (self) => lengthOf(self?.length));
  for (const name of ['repeat', 'padStart', 'padEnd'])
    patch(String.prototype, name, (self, [n]) => {
      if (Number(n) * (name === 'repeat' ? text(self).length : 1) > MOST_CHARACTERS) refuse();
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
    value: Object.freeze({ __proto__: null, log, info: log, warn: log, error: log, debug: log, table: log }),
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

  post('begin');
  return Object.freeze({
    /** Says which error ended the program, and where. */
    fail,
    /** Calls the functions, each on its arguments, and posts what they give back. */
    run(functions, calls) {
      try {
        let words = '';
        for (let i = 0; i < calls.length; i++) {
          const { fn, args } = calls[i];
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

// What a program finds around it: numbers, arrays and Math; no network, no storage, no page.
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

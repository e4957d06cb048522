// What the harness itself works with, taken before a program can put something else in its place.
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

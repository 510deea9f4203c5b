/**
 * Built-ins as they were when our script ran, for code in the page's own world: a page that changes a prototype later can
 * neither break that code nor be broken by it. Code there uses these, null-prototype objects and plain loops, no array
 * methods and no `for…of`, all of which look things up on prototypes.
 */
const { apply } = Reflect;

/** A method as a function whose first argument is `this`. */
function method<Self, Arguments extends unknown[], Result>(
  original: (this: Self, ...args: Arguments) => Result,
): (self: Self, ...args: Arguments) => Result {
  return (self, ...args) => apply(original, self, args);
}

export const { construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
export { apply };
export const { stringify, parse } = JSON;
export const { now, parse: parseTime } = Date;
export const { fromCodePoint } = String;
const { create } = Object;

const { isSafeInteger } = Number;
const longNumber = /\d{16}/;
const integer = /^-?\d{1,40}$/;

/**
 * JSON, with whole numbers that JavaScript cannot hold as the text that stood there: two calls whose ids differ in the
 * last digit are two. Where the browser does not tell that text (Firefox before 135) they are rounded. Throws what
 * `JSON.parse` throws.
 */
export function parseExactly(text: string): unknown {
  if (execute(longNumber, text) === null) return parse(text);
  return parse(text, (_key: string, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    const lossy = typeof value === 'number' && !isSafeInteger(value) && typeof source === 'string';
    return lossy && execute(integer, source) !== null ? source : value;
  });
}

/** An object with no prototype: nothing a page adds to `Object.prototype` is seen through it. */
// The cast is sound: it has no member yet, and every member set later is a `Value`.
export const emptyTable = <Value>(): Record<string, Value> => create(null) as Record<string, Value>;

export const execute = /* @__PURE__ */ method(RegExp.prototype.exec);
export const indexOf = /* @__PURE__ */ method(String.prototype.indexOf);
export const startsWith = /* @__PURE__ */ method(String.prototype.startsWith);
export const slice = /* @__PURE__ */ method(String.prototype.slice);
export const trim = /* @__PURE__ */ method(String.prototype.trim);
export const toLowerCase = /* @__PURE__ */ method(String.prototype.toLowerCase);
export const toUpperCase = /* @__PURE__ */ method(String.prototype.toUpperCase);
export const charCodeAt = /* @__PURE__ */ method(String.prototype.charCodeAt);

import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  /** A path from the project's root for a relative import; else a package, such as `zod/mini`. */
  target: string;
  relative: boolean;
  /** Gone after compiling: `import type` or `export type`. A `{ type X }` alone still loads the module. */
  typeOnly: boolean;
  dynamic: boolean;
}

export interface Module {
  /** From the project's root, with slashes. */
  path: string;
  lines: number;
  imports: Import[];
  /** Paths that it loads by a pattern (`import.meta.glob`), which must be written as a text. */
  collects: RegExp[];
  hasDefaultExport: boolean;
  /** False for the start of a page. */
  hasExports: boolean;
  /** Nothing of its own: every statement passes on another module's exports. */
  onlyReexports: boolean;
  /** The globals `browser` and `chrome`, where it uses a member of one. */
  browserGlobals: string[];
}

/** What the structure rules look at in one file. Throws where it cannot be parsed. */
export function readModule(path: string, source: string): Module {
  const { module, program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);

  const statements = [
    ...module.staticImports.map(({ moduleRequest, start }) => ({ request: moduleRequest.value, start })),
    ...module.staticExports.flatMap(({ entries, start }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest ? [{ request: moduleRequest.value, start }] : [],
      ),
    ),
  ];
  const imports = statements.map(({ request, start }) => ({
    ...locate(path, request),
    typeOnly: /^(im|ex)port\s+type\b/.test(source.slice(start, start + 40)),
    dynamic: false,
  }));
  for (const { moduleRequest } of module.dynamicImports) {
    const request = source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, '');
    imports.push({ ...locate(path, request), typeOnly: false, dynamic: true });
  }

  return {
    path,
    lines: source.split('\n').length - 1,
    imports,
    collects: [...source.matchAll(/\bimport\.meta\.glob(?:<[^(]*>)?\(\s*'(\.[^']+)'/g)].map(([, glob = '']) =>
      patternOf(locate(path, glob).target),
    ),
    hasDefaultExport: module.staticExports.some(({ entries }) =>
      entries.some(({ exportName }) => exportName.kind === 'Default'),
    ),
    hasExports: module.staticExports.length > 0,
    onlyReexports:
      program.body.length > 0 &&
      program.body.every((statement) => /^Export(All|Named)/.test(statement.type) && hasSource(statement)),
    browserGlobals: [...findBrowserGlobals(program)],
  };
}

function locate(from: string, request: string): { target: string; relative: boolean } {
  if (!request.startsWith('.')) return { target: request, relative: false };
  const clean = request.replace(/[?#].*$/, '');
  return { target: posix.join(posix.dirname(from), clean), relative: true };
}

/** `*` is any name within a folder. */
function patternOf(glob: string): RegExp {
  return new RegExp(`^${glob.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
}

function hasSource(statement: object): boolean {
  return 'source' in statement && statement.source !== null;
}

/** Walks the whole tree: `browser.x`, `chrome.x`, and either as a member of the global object. */
function findBrowserGlobals(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) {
    for (const child of node) findBrowserGlobals(child, found);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node && node.type === 'MemberExpression' && 'object' in node && 'property' in node) {
      const object = nameOf(node.object);
      if (isBrowserName(object)) found.add(object);
      const property = nameOf(node.property);
      if (/^(globalThis|self|window)$/.test(object) && isBrowserName(property)) found.add(property);
    }
    for (const child of Object.values(node)) findBrowserGlobals(child, found);
  }
  return found;
}

function nameOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  return 'name' in node && typeof node.name === 'string' ? node.name : '';
}

function isBrowserName(name: string): boolean {
  return name === 'browser' || name === 'chrome';
}

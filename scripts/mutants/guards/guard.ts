/** A line that keeps somebody from harm, and the tests that must notice when it is gone. */
export interface Guard {
  /** What it sees to, in a few words; unique. */
  guard: string;
  file: string;
  /** Stands exactly once in the file. */
  from: string;
  /** What stands in its place when the guard is taken out or turned around. */
  to: string;
  /** Where one guard stands in two places of the file, the second one. */
  also?: { from: string; to: string };
  /** Test files, or parts of their paths, of which at least one must fail without it. */
  tests: string[];
}

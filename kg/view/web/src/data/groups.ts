/** Which things belong to which group, in two flat arrays. */

/** The members of a group, in ascending order. */
export type Groups = (group: number) => readonly number[];

/**
 * groups: how many there are. things: how many there are. each: calls `add` with every group of a thing.
 */
export function grouped(groups: number, things: number, each: (thing: number, add: (group: number) => void) => void): Groups {
  const starts = new Int32Array(groups + 1);
  for (let thing = 0; thing < things; thing++) each(thing, (group) => void (starts[group + 1] = (starts[group + 1] ?? 0) + 1));
  for (let group = 0; group < groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const members = new Int32Array(starts[groups] ?? 0);
  for (let thing = 0; thing < things; thing++) {
    each(thing, (group) => {
      members[next[group] ?? 0] = thing;
      next[group] = (next[group] ?? 0) + 1;
    });
  }
  return (group) => Array.from(members.subarray(starts[group] ?? 0, starts[group + 1] ?? 0));
}

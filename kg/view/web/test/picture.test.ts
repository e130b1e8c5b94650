import assert from "node:assert/strict";
import { test } from "node:test";
import { drawable, overlap, Room } from "../src/picture/labels.ts";
import { radial } from "../src/picture/radial.ts";

const star = (leaves: number): Parameters<typeof radial>[0] => [
  { id: 0, parent: null, width: 40, height: 27 },
  ...Array.from({ length: leaves }, (_, leaf) => ({ id: leaf + 1, parent: 0, width: 30 + (leaf % 7) * 9, height: 27 })),
];

test("names of a neighbourhood never lie on each other, and it is the same every time", () => {
  for (const leaves of [0, 1, 2, 7, 24, 90]) {
    const spots = [...radial(star(leaves)).values()];
    assert.equal(spots.length, leaves + 1);
    for (const [rank, one] of spots.entries()) {
      for (const other of spots.slice(rank + 1)) {
        const apart = Math.abs(one.x - other.x) > one.width + other.width - 3 || Math.abs(one.y - other.y) > one.height + other.height - 3;
        assert.ok(apart, `${leaves} leaves`);
      }
    }
    assert.deepEqual(radial(star(leaves)), radial(star(leaves)));
  }
});

/** Two centres side by side, each with leaves, and some that hang on both. */
function two(leaves: number): [Parameters<typeof radial>[0], [number, number][]] {
  const hubs = [0, 1].map((id) => ({ id, parent: id ? 0 : null, width: 40, height: 27 }));
  const all = Array.from({ length: 2 * leaves }, (_, leaf) => ({ id: 2 + leaf, parent: leaf < leaves ? 0 : 1, width: 50, height: 27 }));
  return [[...hubs, ...all], all.slice(0, 3).map(({ id }) => [1, id])];
}

test("what is expanded is laid out together with the rest", () => {
  for (const leaves of [4, 12, 24]) {
    const [members, links] = two(leaves);
    const spots = radial(members, links);
    const at = (id: number): { x: number; y: number } => spots.get(id) ?? { x: NaN, y: NaN };
    const far = (one: number, other: number): number => Math.hypot(at(one).x - at(other).x, at(one).y - at(other).y);
    const shared = new Set(links.map(([, id]) => id));
    for (const { id, parent } of members.slice(2)) if (!shared.has(id)) assert.ok(far(id, parent ?? 0) < far(id, 1 - (parent ?? 0)), `leaf ${id} of ${leaves} is nearest to its own`);
    const mean = (ids: readonly number[]): number => ids.reduce((sum, id) => sum + far(id, 1), 0) / ids.length;
    const [hung, free] = [[...shared], members.slice(2).filter(({ id, parent }) => parent === 0 && !shared.has(id)).map(({ id }) => id)];
    assert.ok(mean(hung) < mean(free), "what hangs on both lies between them");
    assert.deepEqual(at(0), { x: 0, y: 0, width: 40, height: 27 });
    assert.deepEqual(radial(members, links), spots);
  }
});

test("room is taken once", () => {
  const room = new Room();
  assert.ok(room.take({ left: 0, right: 100, top: 0, bottom: 20 }));
  assert.ok(!room.take({ left: 90, right: 190, top: 10, bottom: 30 }));
  assert.ok(room.take({ left: 101, right: 190, top: 10, bottom: 30 }));
  assert.ok(!overlap({ left: 0, right: 1, top: 0, bottom: 1 }, { left: 1, right: 2, top: 0, bottom: 1 }));
});

test("drawn labels are one short line that turns no direction", () => {
  assert.equal(drawable("a\nb\u202Ec"), "a b c");
  assert.equal(Array.from(drawable("🚗".repeat(1000))).length, 34);
});

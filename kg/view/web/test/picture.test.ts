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

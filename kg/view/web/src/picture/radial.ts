/** Places for a neighbourhood: rings around the centre, fans around what is expanded, these relaxed together, then pushed apart until no name lies on another. */

import { relax, type Link } from "./stress.ts";

export interface Spot {
  x: number;
  y: number;
  /** Half the room that the node and its name take. */
  readonly width: number;
  readonly height: number;
}

interface Member {
  readonly id: number;
  readonly parent: number | null;
  readonly width: number;
  readonly height: number;
}

const FIRST_RING = 190;
const NEXT_RING = 115;
const WIDER = 1.35; // screens are wider than high, and so are names
const TURN = 2 * Math.PI;
const RELAXED = 400; // more take long

/**
 * members: parents come before their children. links: lines between members, beside those to their parents; given where there are several
 * centres, whose neighbours are then laid out together. Equal members get equal places.
 */
export function radial(members: readonly Member[], links: readonly Link[] | null = null): Map<number, Spot> {
  const children = new Map<number | null, Member[]>();
  for (const member of members) children.set(member.parent, [...(children.get(member.parent) ?? []), member]);
  const spots = new Map<number, Spot>();
  const [centre] = children.get(null) ?? [];
  if (!centre) return spots;
  spots.set(centre.id, { x: 0, y: 0, width: centre.width, height: centre.height });
  rings(children.get(centre.id) ?? [], children, spots);
  for (const member of members) {
    if (member.parent !== null) fan(member, children.get(member.id) ?? [], spots);
  }
  if (links && spots.size <= RELAXED) together(members, links, spots);
  separate([...spots.values()]);
  return spots;
}

/** On a screen that is as high as it is wide: the spots are stretched afterwards. */
function together(members: readonly Member[], links: readonly Link[], spots: ReadonlyMap<number, Spot>): void {
  const number = new Map([...spots.keys()].map((id, rank) => [id, rank]));
  const all = [...members.map(({ id, parent }) => [id, parent ?? id] as const), ...links];
  const numbered = all.flatMap(([one, other]): Link[] => {
    const ends = [number.get(one), number.get(other)];
    return ends[0] === undefined || ends[1] === undefined || ends[0] === ends[1] ? [] : [[ends[0], ends[1]]];
  });
  const pairs = new Map(numbered.map(([one, other]) => [`${Math.min(one, other)} ${Math.max(one, other)}`, [one, other] as const]));
  for (const spot of spots.values()) spot.x /= WIDER;
  relax([...spots.values()], [...pairs.values()]);
  for (const spot of spots.values()) spot.x *= WIDER;
}

/** The centre's neighbours on as many rings as they need; who has children of its own stands further out. */
function rings(neighbours: readonly Member[], children: ReadonlyMap<number | null, readonly Member[]>, spots: Map<number, Spot>): void {
  let [done, ring] = [0, 0];
  while (done < neighbours.length) {
    const radius = FIRST_RING + ring * NEXT_RING;
    const fits = Math.max(6, Math.floor((TURN * radius) / 105));
    const some = neighbours.slice(done, done + fits);
    for (const [rank, member] of some.entries()) {
      const angle = (rank / some.length) * TURN - TURN / 4 + (ring * Math.PI) / Math.max(some.length, 1) + (some.length === 2 ? TURN / 4 : 0);
      const further = radius + Math.min(260, 60 * Math.sqrt(children.get(member.id)?.length ?? 0));
      place(member, spots, { x: 0, y: 0 }, angle, further);
    }
    done += some.length;
    ring++;
  }
}

/** Children around their parent, away from where it came from. */
function fan(parent: Member, children: readonly Member[], spots: Map<number, Spot>): void {
  const at = spots.get(parent.id);
  const from = parent.parent === null ? undefined : spots.get(parent.parent);
  if (!at || !from || !children.length) return;
  const outward = Math.atan2(-(at.y - from.y), (at.x - from.x) / WIDER);
  const spread = Math.min(TURN * 0.75, 0.5 * children.length);
  for (const [rank, child] of children.entries()) {
    const part = children.length === 1 ? 0 : rank / (children.length - 1) - 0.5;
    place(child, spots, at, outward + part * spread, 150 + (rank % 3) * 45 + children.length * 2);
  }
}

function place({ id, width, height }: Member, spots: Map<number, Spot>, around: { x: number; y: number }, angle: number, radius: number): void {
  spots.set(id, { x: around.x + WIDER * radius * Math.cos(angle), y: around.y - radius * Math.sin(angle), width, height });
}

/** Pushes overlapping rooms apart along the way where they overlap least; the first one, the centre, stays. */
export function separate(spots: readonly Spot[], rounds = 120): void {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < spots.length; i++) {
      for (let j = i + 1; j < spots.length; j++) {
        const [one, other] = [spots[i], spots[j]];
        if (one && other && push(one, other, i === 0)) moved = true;
      }
    }
    if (!moved) return;
  }
}

function push(one: Spot, other: Spot, fixed: boolean): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const [across, down] = [one.width + other.width - Math.abs(dx), one.height + other.height - Math.abs(dy)];
  if (across <= 0.5 || down <= 0.5) return false;
  const [share, rest] = fixed ? [0, 1] : [0.5, 0.5];
  if (across < down) {
    const step = across * (dx < 0 ? -1 : 1) * 0.6;
    one.x -= step * share;
    other.x += step * rest;
  } else {
    const step = down * (dy < 0 ? -1 : 1) * 0.6;
    one.y -= step * share;
    other.y += step * rest;
  }
  return true;
}

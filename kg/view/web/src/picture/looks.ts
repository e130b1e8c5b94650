/** How types and modalities look: a colour (in the style sheet) and a second cue, for readers who see no colour. */

/** Outlines in a circle of radius 1, y downwards. The shader in nodes.ts draws the same shapes by their places here. */
export const SHAPES = ["dot", "square", "down", "diamond", "star", "hexagon", "up", "ring"] as const;
export type Shape = (typeof SHAPES)[number];

const TYPES: { readonly [type: string]: Shape } = {
  PER: "dot",
  ORG: "square",
  LOC: "down",
  PROD: "diamond",
  EVENT: "star",
  WORK: "hexagon",
  NORP: "up",
  FIGURE: "dot",
};

export function shapeOf(type: string): Shape {
  return TYPES[type] ?? "ring";
}

const CIRCLE = (radius: number): string =>
  `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;

function polygon(corners: number, turn: number, radii: readonly number[]): string {
  const points = Array.from({ length: corners }, (_, place) => {
    const angle = ((place / corners) * 2 + turn) * Math.PI;
    const radius = radii[place % radii.length] ?? 1;
    return `${(radius * Math.sin(angle)).toFixed(3)} ${(-radius * Math.cos(angle)).toFixed(3)}`;
  });
  return `M${points.join("L")}Z`;
}

/** SVG path data. A ring is two circles, filled by the even-odd rule. */
export const OUTLINES: { readonly [shape in Shape]: string } = {
  dot: CIRCLE(1),
  square: polygon(4, 0.25, [1.2]),
  down: polygon(3, 1, [1.3]),
  diamond: polygon(4, 0, [1.2]),
  star: polygon(10, 0, [1.3, 0.56]),
  hexagon: polygon(6, 0, [1.1]),
  up: polygon(3, 0, [1.3]),
  ring: CIRCLE(1) + CIRCLE(0.5),
};

export interface Line {
  /** Pixels; none: a whole line. */
  readonly dashes: readonly number[];
  /** A sign in the middle of the line. */
  readonly sign: string;
}

const WHOLE: Line = { dashes: [], sign: "" };

const LINES: { readonly [modality: string]: Line } = {
  Planned: { dashes: [9, 5], sign: "" },
  Possible: { dashes: [2, 4], sign: "" },
  Alleged: { dashes: [2, 4], sign: "?" },
  Negated: { dashes: [9, 5], sign: "×" },
  Ended: { dashes: [], sign: "|" },
  Plain: { dashes: [8, 3, 2, 3], sign: "" },
  Source: { dashes: [1, 4], sign: "" },
};

export function lineOf(modality: string): Line {
  return LINES[modality] ?? WHOLE;
}

/** The colours of the moment: light or dark, read from the style sheet. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  /** Of a line among thousands. */
  readonly thread: string;
  readonly faint: string;
  readonly focus: string;
  readonly disc: string;
  type(type: string): string;
  modality(modality: string): string;
}

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const known = new Map<string, string>();
  const cached = (name: string): string => {
    let value = known.get(name);
    if (value === undefined) known.set(name, (value = read(name)));
    return value;
  };
  return {
    paper: read("paper"),
    ink: read("ink"),
    soft: read("soft"),
    line: read("line"),
    thread: read("thread"),
    faint: read("faint"),
    focus: read("accent"),
    disc: read("disc"),
    type: (type) => cached(`type-${type.toLowerCase()}`) || cached("type-thing"),
    modality: (modality) => cached(`line-${modality.toLowerCase()}`) || read("line"),
  };
}

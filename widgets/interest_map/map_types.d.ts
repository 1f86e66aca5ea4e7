// What the files of the interest map hand to each other.
import type { Common, Model, Place, Plane, Table, Words } from "../parts/types.js";
import type { Box, Point } from "./map_places.js";

export type SideName = "own" | "other";

export interface Link {
  own: string;
  other: string;
  kind: string;
}

/** The learner's map: what was heard, where it stands (shares of the free width and height), what it is called. */
export interface InterestMap {
  found: string[];
  places: Record<string, [right: number, down: number]>;
  names: Record<string, string>;
  links: Link[];
}

export interface Interest {
  id: string;
  side: SideName;
  statement: string;
  because: string;
}

export interface Picture extends Plane {
  title: string;
  text: string;
  table: Table;
  sides: Record<SideName, { title: string; demand: string }>;
  nodes: Interest[];
  totals: Record<SideName, number>;
  labels: Record<string, string>;
}

export interface Attempt {
  sentence: string;
  findings: string[];
}

export interface Traits extends Common<Picture> {
  map: InterestMap;
  attempts: Attempt[];
  checks: number;
  longest: number;
}

/** Changes of the map, each of which can be undone. */
export interface Editor {
  past: InterestMap[];
  future: InterestMap[];
  kind: string;
  map(): InterestMap;
  change(parts: Partial<InterestMap>): void;
  link(own: string, other: string, kind?: string): void;
  unlink(own: string, other: string): void;
  undo(): void;
  redo(): void;
}

/** The picture, as the list beside it uses it. */
export interface Drawn {
  node: HTMLElement;
  svg: SVGSVGElement;
  draw(): void;
  nudge(id: string, step: [right: number, down: number]): void;
  focus(key: string): void;
}

/** What all parts of the interest map are given. */
export interface Given {
  model: Model<Traits>;
  words: Words;
  edit: Editor;
  page: Place;
}

/** An interest as it is drawn: its name in lines, and its box. */
export interface DrawnInterest extends Box {
  id: string;
  side: SideName;
  name: string;
  lines: string[];
}

/** A link's label; `of` is the place on the line to which it belongs where it stands beside it. */
export interface Label extends Box {
  said: string;
  of?: Point;
}

export interface DrawnLink {
  pair: DrawnInterest[];
  kind: string;
  label: Label;
  ends: [Point, Point];
}

export interface Scene {
  width: number;
  room: number;
  height: number;
  boxes: DrawnInterest[];
  links: DrawnLink[];
}

/** A box that is being moved, or a link that is being pulled out of it. */
export interface Drag {
  id: string;
  linking: boolean;
  grip: Point;
  start: Point;
  now: Point;
  moved: boolean;
}

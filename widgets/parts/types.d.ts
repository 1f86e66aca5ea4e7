// What Python sends to the browser, as widgets/contract.py declares it, and what an anywidget host gives to a widget.

/** A widget's words; a placeholder such as {count} is filled in by `fill`. */
export type Words = Record<string, any>;

/** The state that Python holds, trait by trait. */
export interface Model<Traits = any> {
  get<Name extends keyof Traits>(trait: Name): Traits[Name];
  set<Name extends keyof Traits>(trait: Name, value: Traits[Name]): void;
  save_changes(): void;
  on(event: string, react: () => void): void;
  off(event: string, react: () => void): void;
  send(message: unknown): void;
  widget_manager?: { kernel?: any };
}

/** The bounds of a number that the browser may set, or of each number in a list; only those that its trait declares. */
export interface Bounds {
  min: number;
  max: number;
}

/** The traits that every simulation has. */
export interface Common<Picture> {
  words: Words;
  bet: Bet;
  prediction: number;
  ran: boolean;
  verdict: string;
  right: number;
  limits: Record<string, Bounds>;
  record: { afresh?: boolean; back?: boolean; note?: string };
  wish: "" | "afresh" | "back";
  wants_still: boolean;
  scope: string;
  picture: Picture;
}

/** A question, the choices of an answer, and the order in which they are shown; all missing where there is no bet. */
export interface Bet {
  question: string;
  choices: string[];
  order: number[];
}

/** What every simulation's picture says; before it may be seen, all of it is missing. */
export interface Said {
  summary: string;
  says?: string;
  table: Table;
}

/** What an anywidget host gives to `render`; the signal ends with the view. */
export interface View<Traits = any> {
  model: Model<Traits>;
  el: HTMLElement;
  signal: AbortSignal;
}

/**
 * A cell that holds an answer or its test: its text, and whether it could be run; what it shows once it has run; and a
 * sentence on where what is written is kept, if that is not the notebook.
 */
export interface Cell {
  node: Element;
  kept?: string;
  text(): string;
  put(text: string): void;
  isLocked(): boolean;
  run(): Promise<boolean>;
  shown(): Promise<string>;
}

/** The place of a widget, which tells a screen reader what changed. */
export interface Place {
  say(sentence: string): void;
}

/** A part of a widget: its node, and what brings it up to date. */
export interface Part {
  node: HTMLElement;
  show(): void;
}

/** One issue of a case, as it is chosen from. */
export interface Issue {
  name: string;
  question: string;
  options: string[];
}

/** A number or choice that is read from the model and written to it. */
export interface Entry<Value> {
  read(): Value;
  write(value: Value): void;
}

export type Children = (Node | string)[];

/** A side or role that a mark's shape and colour stand for. */
export type Kind = "you" | "them" | "best" | "quiet" | "focus";

/** Points for you and for them. */
export type Payoffs = [you: number, them: number];

/** From points or numbers to a place in a picture. */
export type Scale = (value: number) => number;

/** A place in a picture, in pixels. */
export type Spot = [x: number, y: number];

/** A part of a picture, in pixels; a point has no width and no height. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/**
 * A name in a picture: `of` is what it names, `near` where its middle would best be, `sign` the mark before it where it
 * is only listed. One that stands `within` what it names is left out where there is no room.
 */
export interface Label {
  text: string;
  kind: Kind | "plain";
  of: Box;
  near?: Spot;
  sign?: string;
  within?: boolean;
}

/** The places of points on the payoff plane, whose scales go up to the limit, and the room between its axes. */
export interface Sheet {
  limit: number;
  x: Scale;
  y: Scale;
  spot: (payoffs: Payoffs) => Spot;
  room: Room;
}

/** The places of numbers in a chart, its edges in pixels, and the room in it. */
export interface Frame {
  x: Scale;
  y: Scale;
  left: number;
  right: number;
  top: number;
  bottom: number;
  room: Room;
}

/** The room in a picture, see `room.js`. */
export type Room = ReturnType<typeof import("./room.js").freeRoom>;

/** A place in a picture that says what it stands for. */
export interface Dot {
  spot: Spot;
  says: string;
}

export interface Table {
  title?: string;
  head: string[];
  rows: string[][];
}

/** What a chart shows along one edge. */
export interface Axis {
  label: string;
  from?: number;
  to: number;
  ticks: [value: number, text: string][];
}

/** `name_at` is what the name belongs to, else the last point; `plain` has no marks; `filled` is filled down to the scale. */
export interface Line {
  kind: Kind;
  name?: string;
  name_at?: [x: number, y: number];
  points: [x: number, y: number][];
  dashed?: boolean;
  plain?: boolean;
  filled?: boolean;
}

/** An upright line in a chart. */
export interface Rule {
  at: number;
  name: string;
  kind?: Kind;
  solid?: boolean;
}

export interface Chart {
  summary: string;
  x: Axis;
  y: Axis;
  lines: Line[];
  rules?: Rule[];
}

/** One side's offers on the plane; `name` stands at the first, and a ring around the last where it is the `latest`. */
export interface Path {
  kind: "you" | "them";
  points: Payoffs[];
  name?: string;
  latest?: boolean;
}

/** A numbered mark on the plane. */
export type Idea = [you: number, them: number, number: number, better: boolean];

/**
 * The payoff plane, whose scales go up to `limit`. `cloud` holds the points of packages in one row. `issues` are names
 * followed by their options; `packages` and `best` say for each dot of the cloud and the frontier which package it is,
 * as a letter for each issue's option, from "0" on; `also` the same of other marks. What is at least as good as the `floors` is shaded. A `signed` deal
 * stands in the middle's place, and what is better for both begins there; `here` is a ring, around an idea where there
 * are ideas.
 */
export interface Plane {
  summary: string;
  limit: number;
  cloud: number[];
  frontier: Payoffs[];
  issues?: string[][];
  packages?: string[];
  best?: string[];
  also?: [you: number, them: number, letters: string][];
  middle: Payoffs;
  floors?: Payoffs | null;
  signed?: { at: Payoffs; name: string } | null;
  ideas?: Idea[];
  here?: Payoffs | null;
  paths?: Path[];
}

import type { GivenRole, Id, Pupil, Role, Session, World } from '../model/world.js';
import type { Loaded } from '../worlds/loader.js';

/** Whom a cell of the table asks about. */
export interface Asked {
  world: World;
  session: Session;
  pupil: Pupil;
}
/** What is sent; what is not said follows from the route: the ids in its address, no body. */
export interface Sent {
  ids?: Record<string, string>;
  query?: string;
  body?: unknown;
}
export interface Answered {
  status: number;
  body: unknown;
  text: string;
}
/**
 * What a route answers: a verdict; how much of a section; `late`, a refusal by which one may know that the thing is there;
 * or a sentence that says what is wrong.
 */
export type Outcome = string;

/** The place of a route in the table. */
export interface Place {
  /** What of the pupil it may be about, each a cell of its own: sections, or things of the pupil. */
  parts?: readonly string[];
  /** A yes changes something, so that it needs a pupil of its own. */
  changes?: boolean;
  /** Whether it is too late for it, other tests say: here it is enough that one may. */
  loose?: boolean;
  /** A copy of everything, also of what was taken out of the dossier. */
  withRemoved?: boolean;
  /** Tells who it is to whoever gets a yes. */
  names?: boolean;
  /** Does not name anything of a pupil: asked only in the states of how one signed in. */
  plain?: boolean;
  expect(asked: Asked, part: string): Outcome;
  send?(loaded: Loaded, part: string): Sent;
  /** Reads the outcome off an answer that is no refusal; without it the status says it. */
  read?(answered: Answered, part: string, loaded: Loaded, asked: Asked): Outcome;
}
export type Places = Record<string, Place>;

export type { GivenRole, Id, Role };

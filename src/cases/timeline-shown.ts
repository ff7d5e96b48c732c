import { specOf, type Law } from '#libs/rulebook';
import type { Entry, RestrictedEntry } from '#libs/timeline';
import {
  bodyKindLabels,
  roleLabels,
  words,
  type Body,
  type Role,
  type Uuid,
  type Words,
} from '#libs/vocabulary';

export interface ActorShown {
  readonly id: Uuid | null;
  readonly name: string | null;
  readonly role: string;
  readonly roleLabel: Words;
  readonly bodyId: Uuid | null;
  readonly body: Words | null;
}

export interface EntryShown extends Omit<Entry, 'actor'> {
  readonly actor: ActorShown;
  readonly procedureLabel: Words;
  /** What was done, in the past tense. */
  readonly past: Words;
  readonly fromLabel: Words | null;
  readonly toLabel: Words;
}

export type TimelineItem = EntryShown | RestrictedEntry;

export interface Names {
  readonly bodies: ReadonlyMap<Uuid, Body>;
  readonly people: ReadonlyMap<Uuid, string>;
}

const actorLabels: Record<string, Words> = {
  clock: words('saat', 'clock'),
  rulebook: words('qaydalar', 'rulebook'),
};
const asCode = (code: string): Words => words(code, code);

export const restricted = ({ seq, hash, previousHash }: Entry): RestrictedEntry => ({
  seq,
  restricted: true,
  hash,
  previousHash,
});

export function entryShown(law: Law, entry: Entry, names: Names): EntryShown {
  const procedure = law.procedures[entry.procedure];
  const label = (state: string) => procedure?.states[state] ?? asCode(state);
  return {
    ...entry,
    actor: actorShown(entry.actor, names),
    procedureLabel: procedure?.label ?? asCode(entry.procedure),
    past: (procedure && specOf(procedure, entry.command)?.past) ?? asCode(entry.command),
    fromLabel: entry.from === null ? null : label(entry.from),
    toLabel: label(entry.to),
  };
}

function actorShown(actor: Entry['actor'], { bodies, people }: Names): ActorShown {
  const body = actor.bodyId ? bodies.get(actor.bodyId) : undefined;
  return {
    ...actor,
    name: actor.id ? (people.get(actor.id) ?? null) : null,
    roleLabel: roleLabels[actor.role as Role] ?? actorLabels[actor.role] ?? asCode(actor.role),
    body: body ? body.name : null,
  };
}

/** A body as others may see it: its kind alone where its name would tell a place of safety. */
export const bodyShown = (body: Body): Words =>
  body.kind === 'shelter' ? bodyKindLabels.shelter : body.name;

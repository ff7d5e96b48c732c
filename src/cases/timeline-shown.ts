import { specOf, type Law } from '#libs/rulebook';
import type { Entry, RestrictedEntry } from '#libs/timeline';
import { roleLabels, words, type Body, type Role, type Uuid, type Words } from '#libs/vocabulary';
import type { Veil } from '../access/index.js';

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
  /** Ids that the reader may not know stand as null in it: its hash is of more than is shown. */
  readonly withheld?: true;
}

export type TimelineItem = EntryShown | RestrictedEntry;

export interface Names {
  readonly bodies: ReadonlyMap<Uuid, Body>;
  readonly people: ReadonlyMap<Uuid, string>;
  readonly veil: Veil;
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
    ...names.veil.over(entry),
    ...(names.veil.covers(entry) ? { withheld: true } : {}),
    actor: actorShown(entry.actor, names),
    procedureLabel: procedure?.label ?? asCode(entry.procedure),
    past: (procedure && specOf(procedure, entry.command)?.past) ?? asCode(entry.command),
    fromLabel: entry.from === null ? null : label(entry.from),
    toLabel: label(entry.to),
  };
}

/** Who works for a shelter that the reader may not know is shown by her role alone. */
function actorShown({ id, role, bodyId }: Entry['actor'], { bodies, people, veil }: Names): ActorShown {
  const body = bodyId ? bodies.get(bodyId) : undefined;
  const shown = veil.hides(bodyId) ? null : veil.id(id);
  return {
    id: shown,
    name: shown ? (people.get(shown) ?? null) : null,
    role,
    roleLabel: roleLabels[role as Role] ?? actorLabels[role] ?? asCode(role),
    bodyId: veil.id(bodyId),
    body: body ? veil.body(body).name : null,
  };
}

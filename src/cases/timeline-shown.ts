import { measureOfNgoHouses } from '#libs/procedures';
import { specOf, type Law } from '#libs/rulebook';
import type { Entry, RestrictedEntry } from '#libs/timeline';
import { roleLabels, words, type Body, type Role, type Uuid, type Words } from '#libs/vocabulary';
import type { Veil } from '../access/index.js';

export interface ActorShown {
  readonly id: Uuid | null;
  readonly name: string | null;
  readonly role: string;
  /** A system of the body acted, not an officer. */
  readonly system: boolean;
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
  rulebook: words('bu addımın nəticəsi', 'follows from this step'),
};
const asCode = (code: string): Words => words(code, code);

export const restricted = ({ seq, hash, previousHash }: Entry): RestrictedEntry => ({
  seq,
  restricted: true,
  hash,
  previousHash,
});

/** What was done, in the past tense, under the name of its procedure. What the law does not know stays a code. */
export function stepShown(
  law: Law,
  { procedure: type, command }: Pick<Entry, 'procedure' | 'command'>,
): { readonly label: Words; readonly past: Words } {
  const procedure = law.procedures[type];
  const past = procedure && specOf(procedure, command)?.past;
  return { label: procedure?.label ?? asCode(type), past: past ?? asCode(command) };
}

export function entryShown(law: Law, entry: Entry, names: Names): EntryShown {
  const procedure = law.procedures[entry.procedure];
  const step = stepShown(law, entry);
  const label = (state: string) => procedure?.states[state] ?? asCode(state);
  return {
    ...veiled(entry, names.veil),
    actor: actorShown(entry, names),
    procedureLabel: step.label,
    past: step.past,
    fromLabel: entry.from === null ? null : label(entry.from),
    toLabel: label(entry.to),
  };
}

/** What blinds the hash goes with what is hidden: with it the reader could try out what that is. */
function veiled(entry: Entry, veil: Veil): Entry & Pick<EntryShown, 'withheld'> {
  if (!veil.covers(entry)) return entry;
  const seen = veil.hides(entry.actor.bodyId) ? unmarked(entry) : entry;
  const { blind: _, ...payload } = seen.payload as Readonly<Record<string, Entry['payload']>>;
  return { ...veil.over({ ...seen, payload }), withheld: true };
}

const isOfNgoHouse = (link: unknown): boolean =>
  (link as { readonly measure?: string }).measure === measureOfNgoHouses;

const bySystem = ({ payload }: Entry): boolean =>
  (payload as { readonly facts?: { readonly bySystem?: boolean } }).facts?.bySystem === true;

/**
 * Of a shelter that the reader may not know it is told neither that it has a system nor that an organisation runs it:
 * few may have one, and of two houses the other is the State's.
 */
function unmarked(given: Entry): Entry {
  const entry = { ...given, links: given.links.filter((link) => !isOfNgoHouse(link)) };
  if (!bySystem(entry)) return entry;
  const payload = entry.payload as { readonly facts: Record<string, Entry['payload']> };
  const { bySystem: _, ...facts } = payload.facts;
  return { ...entry, payload: { ...payload, facts } };
}

/** Who works for a shelter that the reader may not know is shown by her role alone. */
function actorShown(entry: Entry, { bodies, people, veil }: Names): ActorShown {
  const { id, role, bodyId } = entry.actor;
  const body = bodyId ? bodies.get(bodyId) : undefined;
  const shown = veil.hides(bodyId) ? null : veil.id(id);
  return {
    id: shown,
    name: shown ? (people.get(shown) ?? null) : null,
    role,
    system: shown !== null && bySystem(entry),
    roleLabel: roleLabels[role as Role] ?? actorLabels[role] ?? asCode(role),
    bodyId: veil.id(bodyId),
    body: body ? veil.body(body).name : null,
  };
}

import type { PlanLink } from '#libs/plan';

/** What the interface shows, as far as the stories look at it. */
export interface ToldEntry {
  readonly seq: number;
  readonly procedure: string;
  readonly command: string;
  readonly from: string | null;
  readonly to: string;
  readonly recordedAt: string;
  readonly happenedAt: string;
  readonly actor: { readonly role: string };
  readonly links: readonly PlanLink[];
  readonly payload: Readonly<Record<string, unknown>>;
}
export type Item = ToldEntry | { readonly seq: number; readonly restricted: true };

export interface Deadline {
  readonly name: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly state: string;
}
export interface ProcedureSeen {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly revision: number;
  readonly context: Readonly<Record<string, unknown>>;
  readonly deadlines: readonly Deadline[];
  readonly allowed: readonly { readonly command: string }[];
  readonly blocked: readonly {
    readonly command: string;
    readonly reason: { readonly code: string; readonly until?: string };
  }[];
}
export interface CaseSeen {
  readonly number: string;
  readonly revision: number;
  readonly ageStatus: string;
  readonly owner: { readonly bodyId: string };
  readonly level: string | null;
  readonly person: Readonly<Record<string, unknown>>;
  readonly banners: readonly { readonly code: string }[];
  readonly procedures: readonly ProcedureSeen[];
}
export interface Problem {
  readonly code: string;
  readonly until?: string;
}
export interface HandoffSeen {
  readonly id: string;
  readonly caseId: string;
  readonly purpose: string;
  readonly state: string;
  readonly escalation: number;
  readonly statutory: boolean;
  readonly deadlines: readonly Deadline[];
}

export const known = (item: Item): readonly ToldEntry[] => ('restricted' in item ? [] : [item]);

export const personOf = (person: Readonly<Record<string, unknown>>) =>
  person['name'] ?? Object.keys(person)[0] ?? 'nameless';

/** Links of the entry of a command, as `fulfils 13.2.1`. */
export function linksOf(entries: readonly Item[], command: string): string[] {
  const entry = entryOf(entries, command);
  return entry.links.map((link) => `${link.relation} ${'measure' in link ? link.measure : link.paragraph}`);
}

export function entryOf(entries: readonly Item[], command: string): ToldEntry {
  const found = entries.flatMap(known).find((one) => `${one.procedure}.${one.command}` === command);
  if (!found) throw new Error(`No entry of ${command}`);
  return found;
}

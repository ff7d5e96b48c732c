import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evolve, type Evolving, type Law } from '#libs/rulebook';
import type { CaseView } from '#libs/vocabulary';
import type { CaseBuilder } from '../../builders/case-builder.js';

const golden = path.join(process.cwd(), 'test/histories/golden');
const folder = path.join(golden, 'recorded');
const list = path.join(golden, 'fingerprints.json');

/** What was recorded of one case: its entries as stored, and the view that they gave on that day. */
export interface Recorded {
  readonly story: string;
  readonly machines: readonly string[];
  readonly entries: readonly Evolving[];
  readonly view: CaseView;
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What replay reads of an entry; effects and links have been written elsewhere when the entry was made. */
const entryOf = (step: Evolving): Evolving => {
  const { kind, procedure, procedureId, machine, command, data, facts, actor, recordedAt, happenedAt } = step;
  const replayed = {
    kind,
    procedure,
    procedureId,
    machine,
    command,
    data,
    facts,
    actor,
    recordedAt,
    happenedAt,
  };
  return plain({ ...replayed, clocks: step.clocks, ...(step.snapshot && { snapshot: step.snapshot }) });
};

export const recordOf = (story: string, { steps, view }: CaseBuilder): Recorded => ({
  story,
  machines: [...new Set(steps.map(({ machine }) => machine))].sort(),
  entries: steps.map(entryOf),
  view: plain(view),
});

export const replayed = (law: Law, { entries, view }: Recorded): CaseView =>
  plain(entries.reduce<CaseView>((so, entry) => evolve(law, so, entry), { id: view.id, instances: [] }));

/** All that is recorded, with the name of each file. */
export const recorded = (): readonly (Recorded & { readonly file: string })[] =>
  readdirSync(folder)
    .sort()
    .map((file) => ({ file, ...(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Recorded) }));

/** The content that a recorded file must keep for ever. */
export const fingerprint = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(folder, file)))
    .digest('hex')
    .slice(0, 16);

export const fingerprints = () => JSON.parse(readFileSync(list, 'utf8')) as Readonly<Record<string, string>>;

/**
 * Adds what is not recorded yet: a story, or the same story under newer machines. What stands there is never touched.
 * @returns the names of the files added.
 */
export function addTo(records: readonly Recorded[]): string[] {
  const known = new Set(recorded().map(({ story, machines }) => `${story} ${machines.join()}`));
  const added = records
    .filter(({ story, machines }) => !known.has(`${story} ${machines.join()}`))
    .map((record) => {
      const file = freeName(record.story);
      writeFileSync(path.join(folder, file), `${JSON.stringify(record)}\n`, { flag: 'wx' });
      return file;
    });
  const theirs = Object.fromEntries(added.map((file) => [file, fingerprint(file)]));
  if (added.length > 0) writeFileSync(list, `${JSON.stringify({ ...theirs, ...fingerprints() }, null, 2)}\n`);
  return added;
}

function freeName(story: string): string {
  for (let number = 1; ; number += 1) {
    const file = `${story}.${number}.json`;
    if (!existsSync(path.join(folder, file))) return file;
  }
}

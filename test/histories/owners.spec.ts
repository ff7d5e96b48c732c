import fc from 'fast-check';
import type { Law, Step } from '#libs/rulebook';
import { code, type Codes, type InstanceView } from '#libs/vocabulary';
import { CaseBuilder, idOf, law, people, START, type PersonName } from '../builders/case-builder.js';
import { seed, size } from '../support/size.js';
import { command } from './mutants/alter.js';
import { parties, schedules, transfer, type Party, type Wish } from './owners/schedule.js';

const runs = size(100, 1_000);
const bodyOf = (name: PersonName): string => people[name].bodyId;
const partyOf = (bodyId: unknown): Party | undefined => parties.find((name) => bodyOf(name) === bodyId);

const ownerInFile = (built: CaseBuilder) => code(built.last('caseFile')?.context, 'ownerBodyId');

const underWay = ({ view }: CaseBuilder): readonly InstanceView[] =>
  view.instances.filter(
    ({ type, state, context }) =>
      type === 'handoff' && context['kind'] === 'transfer' && ['sent', 'received'].includes(state),
  );

/** Whom the law lets act as the owner, asked of each. */
const whoMayActAsOwner = (built: CaseBuilder): readonly Party[] =>
  parties.filter((name) => built.refusal(name, 'caseFile.beginAftercare')?.code !== 'owner-only');

/** Whom the entries make the owner, read without the law: who opened, then each who accepted a transfer of the owner. */
function ownerByEntries(steps: readonly Step[]): unknown {
  const sent = new Map<string, Codes>();
  return steps.reduce<unknown>((owner, { procedure, procedureId, command: name, data, actor }) => {
    if (procedure === 'caseFile' && name === 'open') return actor.bodyId;
    if (procedure !== 'handoff') return owner;
    if (name === 'send') sent.set(procedureId, { ...data, from: data['fromBodyId'] ?? actor.bodyId });
    const offered = sent.get(procedureId);
    const gives = name === 'accept' && offered?.['kind'] === 'transfer' && offered['from'] === owner;
    return gives ? offered['toBodyId'] : owner;
  }, null);
}

/** Gives one wish; true where it was taken. */
function wished(built: CaseBuilder, { act, by, to, which, rightly }: Wish): boolean {
  if (act === 'transfer') {
    const owner = rightly ? partyOf(ownerInFile(built)) : by;
    const data = { ...transfer, toBodyId: bodyOf(to) };
    return built.answer(owner ?? by, 'handoff.send', data) === 'accepted';
  }
  const all = underWay(built);
  const handoff = all[which % Math.max(1, all.length)];
  if (!handoff) return false;
  const entitled = partyOf(handoff.context[act === 'withdraw' ? 'fromBodyId' : 'toBodyId']);
  const data = act === 'redirect' ? { toBodyId: bodyOf(to) } : {};
  const actor = (rightly ? entitled : by) ?? by;
  return built.answer(actor, `handoff.${act}`, data, { procedureId: handoff.id }) === 'accepted';
}

function owners(built: CaseBuilder): readonly unknown[] {
  const told = built.effects('assignOwner').at(-1)?.bodyId;
  const acting = whoMayActAsOwner(built).map(bodyOf);
  return [...new Set([ownerInFile(built), told, ownerByEntries(built.steps), ...acting])];
}

/** What goes wrong in so many schedules under this law; nothing where there is always one owner. */
function moreOrLessThanOne(given: Law, taken: Map<string, number> = new Map()): string | undefined {
  const property = fc.property(schedules({ minLength: 1, maxLength: 30 }), (wishes) => {
    const built = new CaseBuilder(START, idOf(9, 1), given).open();
    for (const wish of wishes) {
      if (!wished(built, wish)) continue;
      taken.set(wish.act, (taken.get(wish.act) ?? 0) + 1);
      expect(owners(built)).toEqual([expect.any(String)]);
    }
  });
  const { failed, errorInstance } = fc.check(property, { numRuns: runs, seed: seed(), endOnFailure: true });
  return failed ? String(errorInstance) : undefined;
}

describe(`a case has one owner through ${runs} random schedules from seed ${seed()}`, () => {
  const taken = new Map<string, number>();

  it('of transfers offered, accepted, redirected and withdrawn', () => {
    expect(moreOrLessThanOne(law, taken)).toBeUndefined();
  });

  it.each(['transfer', 'accept', 'redirect', 'withdraw'])('in which %s was often possible', (act) => {
    expect(taken.get(act) ?? 0).toBeGreaterThan(runs / 2);
  });

  it.each<[string, (law: Law) => Law]>([
    [
      'an accepted transfer that moves nothing',
      command('handoff.accept', (spec) => ({
        ...spec,
        then: (input) =>
          (spec.then?.(input) ?? []).filter((ask) => !('command' in ask) || ask.command !== 'takeOwnership'),
      })),
    ],
    [
      'offers of the former owner that outlive his ownership',
      command('handoff.accept', (spec) => ({
        ...spec,
        then: (input) =>
          (spec.then?.(input) ?? []).filter((ask) => !('command' in ask) || ask.command !== 'end'),
      })),
    ],
    [
      'who owns no case and gives it away',
      command('handoff.send', (spec) => ({
        ...spec,
        rules: spec.rules.filter(({ name }) => name !== 'transferByOwner'),
      })),
    ],
  ])('which would find %s', (_, alter) => {
    expect(moreOrLessThanOne(alter(law))).toContain('Received  + 1');
  });
});

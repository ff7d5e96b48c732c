import { timeRules } from '#libs/procedures';
import type { Law } from '#libs/rulebook';
import type { Codes } from '#libs/vocabulary';
import { bodies, people, type PersonName } from '../../builders/bodies.js';
import { openingData } from '../../builders/case-builder.js';
import { WatchedCase } from '../watched-case.js';
import { disagreement, offersTo, type Offer } from './agreement.js';
import { Chance } from './chance.js';
import { leanings, weights, type Weights } from './leanings.js';
import { sampled } from './sample.js';

const everyone = Object.keys(people) as PersonName[];
const firstDays = ['2016-03-28', '2016-07-01', '2017-02-20', '2017-12-27'];
const spans = ['PT1H', 'PT6H', 'PT30H', 'P2D', 'P5D', 'P12D', 'P31D', 'P40D', 'P95D'];

/** What a walk met: how often each command was taken, and where time stood still for the sweep. */
export type Tally = Map<string, number>;
const count = (tally: Tally, name: string) => tally.set(name, (tally.get(name) ?? 0) + 1);

/** One random lawful history. Each number decides one move: the first opens the case. */
export function walk(
  law: Law,
  numbers: readonly number[],
  tally: Tally = new Map(),
  likely: Weights = weights,
): WatchedCase {
  const [first = 0, ...rest] = numbers;
  const chance = new Chance(first);
  const built = new WatchedCase(`${chance.pick(firstDays)}T${chance.between(10, 19)}:00:00.000Z`, law);
  open(built, chance);
  for (const number of rest) move(built, new Chance(number), tally, likely);
  return built;
}

function open(built: WatchedCase, chance: Chance): void {
  const spec = built.law.procedures['caseFile']?.commands['open'];
  if (!spec || typeof spec.by === 'string') throw new Error('nobody may open a case');
  const roles: readonly string[] = spec.by;
  const opener = chance.pick(everyone.filter((name) => roles.includes(people[name].role)));
  const drawn = sampled(spec.schema, { chance, now: built.now, instances: [] });
  const data = { ...openingData, ...leanings['caseFile.open']?.(drawn, chance, built.now) };
  built.open(opener, { ...data, encounteredAt: drawn['encounteredAt'] }, { lateReasonGiven: true });
}

function move(built: WatchedCase, chance: Chance, tally: Tally, likely: Weights): void {
  if (chance.yes(0.2)) return pass(built, chance, tally);
  const blockedToo = chance.yes(0.1);
  for (let tries = 0; tries < 6; tries += 1) {
    const who = chance.pick(chance.yes(0.8) ? involved(built) : everyone);
    const facts = extra(who, chance);
    const offers = offersTo(built.law, built.view, built.facts(people[who], { facts }));
    const fitting = offers.filter(({ blocked }) => blockedToo === (blocked !== undefined));
    const offer = chance.weighed(fitting, ({ command }) => likely[command] ?? 1);
    if (offer && given(built, { who, facts }, offer, chance, tally)) return;
  }
}

/** Mostly the sweep comes by in time; sometimes it is late and finds several clocks due at once. */
function pass(built: WatchedCase, chance: Chance, tally: Tally): void {
  const span = chance.pick(spans);
  if (chance.yes(0.2)) built.wait(span);
  else built.advance(span);
  count(tally, 'time');
}

/** Officers of bodies that take part or own the case. */
function involved({ participants }: WatchedCase): PersonName[] {
  return everyone.filter((name) => people[name].bodyId in participants);
}

/** Who gives a command, and what is known of it outside the case: the same when it is offered and when it is given. */
interface Giver {
  readonly who: PersonName;
  readonly facts: ReturnType<typeof extra>;
}

/** Gives a command and holds the answer against what was offered. True where something was said or done. */
function given(
  built: WatchedCase,
  { who, facts }: Giver,
  offer: Offer,
  chance: Chance,
  tally: Tally,
): boolean {
  const name = `${offer.procedure}.${offer.command}`;
  const giving = { procedureId: offer.procedureId, ...claimed(built, chance), facts };
  const data = drawn(built, name, offer, chance);
  const late = timeRules(built.view, built.facts(people[who], giving), data);
  const outcome = built.try(who, name, data, giving);
  const refusal = outcome.kind === 'refused' ? outcome : undefined;
  const wrong = late ? undefined : disagreement(offer, refusal);
  if (wrong) throw new Error(`${wrong} ${JSON.stringify(data)}\n${built.told().join('\n')}`);
  if (refusal) {
    count(tally, 'refused');
    return offer.blocked !== undefined;
  }
  count(tally, name);
  return true;
}

function drawn(built: WatchedCase, name: string, { spec }: Offer, chance: Chance): Codes {
  if (!spec) return {};
  const instances = built.view.instances.map(({ id }) => id);
  const data = sampled(spec.schema, { chance, now: built.now, instances });
  return chance.yes(0.85) ? (leanings[name]?.(data, chance, built.now) ?? data) : data;
}

/** Mostly now; else some time after the encounter, late entries with a reason or without. */
function claimed(built: WatchedCase, chance: Chance) {
  if (chance.yes(0.8)) return {};
  const hours = chance.between(1, chance.yes(0.7) ? 72 : 400);
  const happenedAt = new Date(Date.parse(built.now) - hours * 3_600_000).toISOString();
  return { happenedAt, lateReasonGiven: chance.yes(0.8) };
}

const advised = ['presume', 'continueScreening', 'nothing'];
const extra = (who: PersonName, chance: Chance) => ({
  correcting: chance.yes(0.7) ? { bodyId: people[who].bodyId } : { bodyId: bodies.coordinator.id },
  assessment: {
    outcome: 'drawn',
    advises: chance.pick(advised),
    deciding: false,
    catalogue: 'ilo-ec-2009-labour-adult@1',
  },
});

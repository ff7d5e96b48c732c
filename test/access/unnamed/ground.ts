import { type DemoBodyCode, demoBodyId } from '../../../src/access/index.js';
import { agreeing } from '../../journeys/scenes.js';
import type { TestApplication } from '../../support/application.js';
import type { Client } from '../../support/client.js';
import { keepsHouse } from '../../support/houses.js';
import { address, keepSecret, room } from './secrets.js';

interface Asked {
  readonly items: readonly { id: string; caseId: string }[];
}
interface Procedures {
  readonly procedures: readonly { id: string; type: string }[];
}

/** Two houses, the second guarded, in another region and of a secret address; the beds of the second. */
export async function keepsTwoHouses(application: TestApplication): Promise<string[]> {
  const [near, state] = await Promise.all([application.signIn('shelter2'), application.signIn('shelter')]);
  await keepsHouse(near, { region: 'baku-nasimi', rooms: [{ name: '1', beds: 3 }] });
  return keepsHouse(state, {
    region: 'sheki',
    guarded: true,
    address,
    rooms: [{ name: room, beds: 3 }],
  });
}

/** One shelter said no; the other offered the bed and took her in. */
export async function housedCase(application: TestApplication, bedId: string): Promise<string> {
  const people = ['police', 'shelter2', 'shelter'] as const;
  const [police, first, second] = await Promise.all(people.map((name) => application.signIn(name)));
  if (!police || !first || !second) throw new Error('Not everybody signed in.');
  const safety = { immediateDanger: true, needsShelter: true };
  const { id } = (await police.open({ ...agreeing, safety })).body;
  keepSecret(`bed of ${id}`, bedId);
  const no = { reason: 'noCapacity', note: address };
  await done(first.give(id, 'handoff', 'decline', no, await asked(first, id)));
  const late = { lateReason: address };
  await done(second.give(id, 'placement', 'offerBed', { bedId, note: address }, late));
  await done(police.give(id, 'placement', 'acceptOffer', { interpreter: 'notNeeded' }));
  await done(second.give(id, 'placement', 'admit'));
  return id;
}

async function asked(client: Client, caseId: string): Promise<{ procedureId: string }> {
  const { items } = (await client.get<Asked>('/handoffs?box=in')).body;
  return { procedureId: items.find((one) => one.caseId === caseId)?.id ?? '' };
}

/** The latest placement of a case. */
export async function placementOf(client: Client, caseId: string): Promise<string> {
  const { body } = await client.get<Procedures>(`/cases/${caseId}`);
  return body.procedures.findLast(({ type }) => type === 'placement')?.id ?? '';
}

/** Bodies that take full part in cases from now on. */
export async function takePart(
  { sql }: TestApplication,
  caseIds: readonly string[],
  bodies: readonly DemoBodyCode[],
): Promise<void> {
  for (const body of bodies)
    await sql(
      `insert into participations (case_id, body_id, level, since)
       select id, $2, 'full', now_domain() from cases where id = any($1)
       on conflict (body_id, case_id) where ended_at is null do update set level = 'full'`,
      [caseIds, demoBodyId(body)],
    );
}

/** @throws Error with the answer, where a step that the story needs is not taken. */
export async function done(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
}

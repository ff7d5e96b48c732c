import type { Client } from './client.js';

export interface Room {
  readonly name: string;
  readonly beds: number;
  readonly sex?: 'female' | 'male' | 'any';
  readonly age?: 'adult' | 'child' | 'any';
  readonly family?: boolean;
}

/** A house as its own worker keeps it through the interface; the ids of its beds, in order. */
export async function keepsHouse(
  worker: Client,
  house: {
    readonly region: string | null;
    readonly guarded?: boolean;
    readonly address?: string;
    readonly rooms: readonly Room[];
  },
): Promise<string[]> {
  const path = `/shelters/${worker.user?.body.id}`;
  const { region, guarded = false, address = 'Nümunə küçəsi 7' } = house;
  await must(worker.send('PUT', path, { region, guarded, address }));
  const beds: string[] = [];
  for (const { name, beds: count, sex = 'any', age = 'any', family = false } of house.rooms) {
    const room = { name, sex, age, family, accessible: false };
    const roomId = await must(worker.post<{ id: string }>(`${path}/rooms`, room));
    for (let bed = 1; bed <= count; bed += 1)
      beds.push(await must(worker.post<{ id: string }>(`${path}/beds`, { roomId, name: `${name}.${bed}` })));
  }
  return beds;
}

async function must(answer: Promise<{ status: number; body: unknown }>): Promise<string> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`The house was not kept: ${status} ${JSON.stringify(body)}`);
  return (body as { id?: string }).id ?? '';
}

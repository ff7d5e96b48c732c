import type { DemoUsername } from '../../src/access/index.js';
import type { HouseData, HousesService, NewRoom } from '../../src/shelters/index.js';
import { identityOf } from './teller.js';

interface DemoRoom extends NewRoom {
  readonly beds: number;
}
interface DemoHouse extends HouseData {
  readonly rooms: readonly DemoRoom[];
}

const room = (name: string, beds: number, suits: Partial<NewRoom> = {}): DemoRoom => ({
  name,
  beds,
  sex: 'female',
  age: 'adult',
  family: false,
  accessible: false,
  ...suits,
});

/** Two invented houses, each kept by its worker. */
const demoHouses: Partial<Record<DemoUsername, DemoHouse>> = {
  shelter: {
    region: null,
    guarded: true,
    address: 'Bakı, Nümunə küçəsi 1',
    rooms: [
      room('1', 4),
      room('2', 4, { sex: 'male' }),
      room('3', 3, { sex: 'any', age: 'child' }),
      room('4', 4, { sex: 'any', age: 'any', family: true }),
      room('5', 2, { sex: 'any', accessible: true }),
    ],
  },
  shelter2: {
    region: 'baku-nasimi',
    guarded: false,
    address: 'Bakı, Nəsimi rayonu, Nümunə döngəsi 2',
    rooms: [room('1', 6), room('2', 2, { sex: 'any', age: 'any', family: true })],
  },
};

/** Keeps the houses of the demo; ids of their beds as `shelter 1.1`. */
export async function keepHouses(houses: HousesService): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const [username, { rooms, ...house }] of Object.entries(demoHouses)) {
    const keeper = identityOf(username as DemoUsername);
    await houses.save(keeper, house);
    for (const { beds, ...suits } of rooms) {
      const roomId = await houses.addRoom(keeper, suits);
      for (let bed = 1; bed <= beds; bed += 1) {
        const name = `${suits.name}.${bed}`;
        kept.set(`${username} ${name}`, await houses.addBed(keeper, roomId, name));
      }
    }
  }
  return kept;
}

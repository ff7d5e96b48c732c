import { addDuration, localDay } from '#libs/calendar';
import { keepsHouse } from '../../support/houses.js';
import type { Scene } from './histories.js';

const yes = { interpreter: 'notNeeded' };

/** Two houses, a bed offered and withdrawn, refused and offered again; a stay with all that is recorded in it. */
export async function housed({ as }: Scene): Promise<void> {
  const police = await as('police');
  const [near, far] = [await as('shelter2'), await as('shelter')];
  const [bed] = await keepsHouse(near.client, { region: 'baku-nasimi', rooms: [{ name: '1', beds: 1 }] });
  const [other] = await keepsHouse(far.client, { region: null, rooms: [{ name: '1', beds: 1 }] });
  await police.opens({ district: 'baku-nasimi', source: 'police' });
  await police.does('placement.request');
  await police.does('placement.withdrawRequest');
  await police.does('placement.request');
  await near.does('placement.declineRequest', { reason: 'noCapacity' });
  await far.does('placement.offerBed', { bedId: other });
  await police.does('placement.refuseOffer', yes);
  await far.does('placement.reoffer', { bedId: other });
  await far.does('placement.withdrawOffer', { reason: 'safety' });
  await police.does('placement.request');
  await near.does('placement.offerBed', { bedId: bed });
  await police.does('placement.acceptOffer', yes);
  await near.does('placement.recordNonArrival');
  await near.does('placement.reoffer', { bedId: bed });
  await police.does('placement.acceptOffer', yes);
  await near.does('placement.admit');
  await near.does('placement.recordAbsence', { kind: 'hospital' });
  await near.does('placement.recordReturn');
  await near.does('placement.extendStay', { ground: 'personAsks', days: 5 });
  const { body: clock } = await near.client.get<{ now: string }>('/clock');
  const restriction = {
    restrictions: ['visits'],
    legalBasis: 'court',
    endsOn: localDay(addDuration(clock.now, 'P20D')),
  };
  await near.does('placement.recordRestriction', restriction);
  await near.does('placement.liftRestriction');
  await near.does('placement.reportMissing');
  await near.does('placement.reportReturn');
  await near.does('placement.requestTransfer', { kind: 'planned', reason: 'health' });
  await far.does('placement.offerBed', { bedId: other });
  await police.does('placement.acceptOffer', yes);
  await near.does('placement.completeTransfer');
  await far.does('placement.admit');
  await far.does('placement.depart', { reason: 'ownWish' });
}

import { notSuitedWords } from '#libs/procedures';
import type { HouseRecord } from '../../../shelters/index.js';
import { answerOf } from './today.js';

/** Restrictions, emergency transfers, beds that did not suit, and departures in words. */
export const recordShown = ({ restrictions, emergencies, unsuitableOffers, departures }: HouseRecord) => ({
  restrictions: restrictions.map((one) => ({
    ...one,
    what: one.restrictions.map((code) => answerOf('recordRestriction', 'restrictions', code)),
    basis: answerOf('recordRestriction', 'legalBasis', one.legalBasis),
  })),
  emergencies: emergencies.map((one) => ({
    ...one,
    reasonLabel: answerOf('requestTransfer', 'reason', one.reason),
  })),
  unsuitableOffers: unsuitableOffers.map((one) => ({
    ...one,
    why: one.unsuitable.map((code) => notSuitedWords[code]),
  })),
  departures: departures.map((one) => ({
    ...one,
    reasonLabel: answerOf('depart', 'reason', one.reason),
    moveOnLabel: answerOf('depart', 'moveOn', one.moveOn),
  })),
});

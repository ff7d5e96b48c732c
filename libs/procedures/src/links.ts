import type { LinkSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { code } from './read.js';
import { fileOf } from './circumstances.js';

type Link = LinkSpec<PlanLink>;

/** One system of cooperation and exchange of information. */
export const oneSystem: Link = { paragraph: '9.1', relation: 'applies' };
export const needToKnow: Link = { paragraph: '2.3.7', relation: 'applies' };
/** Rules of the referral mechanism and of identification. */
export const identificationRules: Link = { measure: '13.1.5', relation: 'applies' };
/** The 30 days of recovery and reflection. */
export const reflectionRules: Link = { measure: '13.1.7', relation: 'applies' };
export const nothingAgainstWill: Link = { paragraph: '6.2', relation: 'applies' };
export const bestInterests: Link = { paragraph: '7.1', relation: 'applies' };
/** Guardianship and trusteeship bodies, and commissions on minors. */
export const guardianBodies: Link = { paragraph: '7.2', relation: 'applies' };
/** Rehabilitation and return to a normal way of life. */
export const rehabilitation: Link = { paragraph: '6.1', relation: 'applies' };
/** Shelters and centres, also in the regions. */
export const shelterNetwork: Link = { paragraph: '6.4', relation: 'applies' };
/** Fulfilled where an organisation runs the house: to who may not know the house, the measure tells which one it is. */
export const measureOfNgoHouses = '13.4.6';
export const safety: Link = { paragraph: '8.1', relation: 'applies' };

/** Fulfils, where the case came from one of these sources. */
export const fromSource = (measure: '13.2.1' | '13.2.5' | '13.2.9', ...sources: string[]): Link => ({
  measure,
  relation: 'fulfils',
  when: ({ view }) => sources.includes(code(fileOf(view)?.context, 'source') ?? ''),
});

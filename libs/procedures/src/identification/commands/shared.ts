import { firstLineRoles, type Role } from '#libs/vocabulary';
import { legal } from '../../legal.js';
import { identificationRules } from '../../links.js';

/** What the commands of identification have in common. */
export const firstLine: readonly Role[] = firstLineRoles;
export const decisionMade = { measure: '13.3.6', relation: 'fulfils' } as const;
export const legalBasis = [legal.indicators, legal.identify];
export const plain = { rules: [], links: [identificationRules], legalBasis } as const;

import { compartmentLabels, roleLabels, type Language, type Role } from '#libs/vocabulary';
import { named } from '../../words/words.js';
import type { CaseAccess } from '../../../supervision/index.js';

/** The detail of these names a grant, which tells a reader nothing. */
const namesGrant = ['breakGlass', 'breakGlassReason'];

/** Readings in words. */
export const readingsShown = (items: readonly CaseAccess[], language: Language) =>
  items.map(({ at, actor, what, compartments, ground, purpose }) => ({
    at,
    who: [named(actor, language), roleLabels[actor.role as Role]?.[language], actor.body?.[language]]
      .filter(Boolean)
      .join(', '),
    what,
    compartments: compartments.map((name) => compartmentLabels[name][language]),
    ground,
    isEmergency: what === 'breakGlass',
    purpose: namesGrant.includes(what) ? null : purpose,
  }));

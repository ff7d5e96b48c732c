import { lawEnforcementKinds, type Rule } from '#libs/vocabulary';
import { ofAgeAt, representationAt } from '../ages.js';
import { fileOf } from '../circumstances.js';
import { bodyOf } from '../desks.js';
import { code, codeList, isSet } from '../read.js';
import { no } from '../reasons.js';
import type { interestsIn } from './labels.js';

type InterestsIn = keyof typeof interestsIn;

/** A determination that no decision has used up yet, and that was made about this kind of decision. */
const determinedFor =
  (...questions: readonly InterestsIn[]): Rule =>
  ({ instance }) => {
    if (code(instance?.context, 'bestInterestsAt') === null) return no('best-interests-needed');
    const about = code(instance?.context, 'interestsIn');
    return about === null || questions.some((question) => question === about)
      ? undefined
      : no('best-interests-of-another-decision');
  };
/** Whether she returns and who else would care for her is one question. */
export const interestsInCare = determinedFor('representation', 'familyReturn');
/** A child who moves to another district ends nothing but who is responsible: there it is asked where she lives. */
export const interestsInEnding: Rule = (input) =>
  input.data && input.data['reason'] !== 'transferredToDistrict'
    ? determinedFor('ending')(input)
    : determinedFor('ending', 'placement')(input);

/** The child is heard first, or it stands on record why not. */
export const childHeard: Rule = ({ instance, data }) =>
  data && code(instance?.context, 'viewsAt') === null && code(data, 'notHeardBecause') === null
    ? no('child-views-needed', { pointer: '/notHeardBecause' })
    : undefined;

export const noSuspect: Rule = ({ instance, data }) => {
  const suspected = codeList(instance?.context, 'suspected');
  return codeList(data, 'parents').some((parent) => suspected.includes(parent))
    ? no('suspected-relative', { pointer: '/parents' })
    : undefined;
};

/** No suspected relative, and nobody of a body with interests of its own in the case. */
export const freeOfConflict: Rule = ({ view, instance, data, facts }) => {
  if (!data) return undefined;
  if (!isSet(data, 'conflictFree')) return no('conflict-check-needed', { pointer: '/conflictFree' });
  if (data['relation'] === 'relative' && codeList(instance?.context, 'suspected').includes('otherRelative'))
    return no('suspected-relative', { pointer: '/relation' });
  const from = bodyOf(facts, code(data, 'fromBodyId'));
  if (code(data, 'fromBodyId') !== null && !from) return no('unknown-body', { pointer: '/fromBodyId' });
  const houses = view.instances
    .filter(({ type, tags }) => type === 'placement' && tags.includes('occupying'))
    .map(({ context }) => code(context, 'shelterBodyId'));
  const kinds: readonly string[] = [...lawEnforcementKinds, 'mainDepartment', 'shelter'];
  const ofHouse = houses.some((id) => from && [id, bodyOf(facts, id)?.parentId].includes(from.id));
  return from && (kinds.includes(from.kind) || ofHouse)
    ? no('representative-in-conflict', { pointer: '/fromBodyId' })
    : undefined;
};

export const majorityKnown: Rule = ({ instance }) =>
  code(instance?.context, 'eighteenIn') === null ? no('majority-unknown') : undefined;

/** Guardian for the young, trustee for the older. */
export const kindByAge: Rule = ({ instance, data, facts }) => {
  const month = code(instance?.context, 'eighteenIn');
  if (!data || month === null) return undefined;
  const fitting = representationAt(month, facts.now);
  return fitting === 'either' || fitting === data['kind']
    ? undefined
    : no('guardian-or-trustee', { pointer: '/kind' });
};

export const commissionAsked: Rule = ({ instance }) =>
  isSet(instance?.context, 'commissionAsked') ? undefined : no('commission-not-asked');

/** Each end has something that it rests on; none comes by itself. */
export const endHasGround: Rule = ({ view, instance, data, facts }) => {
  const pointer = '/reason';
  const month = code(instance?.context, 'eighteenIn');
  switch (data?.['reason']) {
    case 'adult':
      if (month === null) return no('majority-unknown', { pointer });
      if (facts.now <= ofAgeAt(month)) return no('not-eighteen-yet', { pointer, until: ofAgeAt(month) });
      return code(instance?.context, 'transitionPlannedAt') === null
        ? no('transition-not-planned', { pointer })
        : undefined;
    case 'assessedAdult':
      return code(fileOf(view)?.context, 'ageStatus') === 'verifiedAdult'
        ? undefined
        : no('not-assessed-adult', { pointer });
    case 'deceased':
      // Two persons record a death in the case file, and guardianship ends by that.
      return no('death-not-on-record', { pointer });
    default:
      return undefined;
  }
};

/** To the guardianship body of the district she moves to. */
export const districtNamed: Rule = ({ data, facts }) => {
  if (data?.['reason'] !== 'transferredToDistrict') return undefined;
  const to = bodyOf(facts, code(data, 'toBodyId'));
  return to?.kind === 'guardianship' && to.active && to.id !== facts.actor.bodyId
    ? undefined
    : no('receiving-body-needed', { pointer: '/toBodyId' });
};

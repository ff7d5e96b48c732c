import { code, codeList } from '#libs/vocabulary';
import { ofEach, type Invariant } from './moment.js';

const ofGuardianship =
  (...commands: string[]) =>
  (step: { procedure: string; command: string }) =>
    step.procedure === 'guardianship' && commands.includes(step.command);

const whoCares = ['representation', 'familyReturn'];
const inQuestion = (command: string, reason: unknown): readonly string[] => {
  if (command !== 'end') return whoCares;
  return reason === 'transferredToDistrict' ? ['ending', 'placement'] : ['ending'];
};

/** No lasting decision about a child without her best interests in just that; the first 24 hours wait for nothing. */
export const interestsFirst: Invariant = ofEach(
  ofGuardianship('appointGuardian', 'replaceGuardian', 'confirmParentalCare', 'end'),
  ({ actor, command, data }, { interests }) =>
    actor.role !== 'rulebook' &&
    !inQuestion(command, data['reason']).includes(interests ?? 'none') &&
    `on interests in ${String(interests)}`,
);

/** Back to the family only where it was found safe, and never into the hands of a suspect. */
export const noReturnIntoDanger: Invariant = ofEach(
  ofGuardianship('confirmParentalCare'),
  ({ data }, { family, suspected }) => {
    if (family !== 'safe') return `the family is ${String(family)}`;
    return codeList(data, 'parents').some((parent) => suspected.includes(parent)) && 'a suspected parent';
  },
);

/** The guardianship body alone decides for the child; it ends only by that body, by a void or by a death. */
export const bodyDecides: Invariant = ofEach(
  ({ procedure, actor }) => procedure === 'guardianship' && !['rulebook', 'clock'].includes(actor.role),
  ({ actor, command, procedureId }, _, { before }) => {
    if (command === 'recordCommissionDecision')
      return actor.role !== 'commissionMember' && 'not by the commission';
    const bodyId = code(before.instances.find(({ id }) => id === procedureId)?.context, 'bodyId');
    return actor.bodyId !== bodyId && 'not by the responsible body';
  },
);

export const guardianshipStands: Invariant = ({ steps }) => {
  const ended = steps.some(
    ({ procedure, to, from }) => procedure === 'guardianship' && to === 'ended' && from !== to,
  );
  const [cause] = steps;
  const lawful = cause?.procedure === 'guardianship' || cause?.command === 'confirmEnd';
  return ended && !lawful ? [`guardianship ended by ${String(cause?.command)}`] : [];
};

import { words, firstLineRoles, roles, type CommandSpec, type Role } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../legal.js';
import { oneSystem } from '../links.js';
import {
  accepted,
  completed,
  declined,
  houseNotAsked,
  redirected,
  sent,
  silent,
  tracked,
  withdrawn,
} from './consequences.js';
import {
  handoverProhibited,
  kindFits,
  knownDesk,
  lawfulBasis,
  notSentOnAgainstRefusal,
  notStatutory,
  notToSelf,
  onePending,
  receiverOnly,
  rightDesk,
  searchInDanger,
  senderOnly,
  transferByOwner,
} from './rules.js';
import { declineData, nothing, outcomeData, redirectData, sendData, withdrawData } from './schemas.js';

type Spec = CommandSpec<PlanLink>;

/** Every body that can be a desk; who only oversees or administers receives nothing. */
const deskRoles: readonly Role[] = roles.filter(
  (role) => !['administrator', 'ombudsman', 'supervisor'].includes(role),
);
const cooperation = { measure: '13.3.4', relation: 'fulfils' } as const;
const legalBasis = [legal.mechanism, legal.oneSystem];

export const commands = {
  send: {
    label: words('Göndərmək', 'Send'),
    past: words('Ötürmə göndərildi', 'Handoff sent'),
    by: [...firstLineRoles, 'reviewer', 'coordinator'],
    schema: sendData,
    rules: [
      knownDesk,
      notToSelf,
      handoverProhibited,
      rightDesk,
      kindFits,
      transferByOwner,
      searchInDanger,
      lawfulBasis,
      onePending,
    ],
    links: [oneSystem],
    legalBasis: [...legalBasis, legal.referIn24Hours],
    then: sent,
  },
  acknowledge: {
    label: words('Alındığını təsdiq etmək', 'Acknowledge'),
    past: words('Ötürmənin alındığı təsdiq edildi', 'Handoff acknowledged'),
    by: deskRoles,
    schema: nothing,
    rules: [receiverOnly],
    links: [oneSystem],
    legalBasis,
    then: tracked,
  },
  accept: {
    label: words('Qəbul etmək', 'Accept'),
    past: words('Ötürmə qəbul edildi', 'Handoff accepted'),
    by: deskRoles,
    schema: nothing,
    rules: [receiverOnly],
    links: [cooperation, oneSystem],
    legalBasis,
    then: accepted,
  },
  decline: {
    label: words('Qəbul etməmək', 'Decline'),
    past: words('Ötürmə qəbul edilmədi', 'Handoff declined'),
    by: deskRoles,
    schema: declineData,
    rules: [receiverOnly, notStatutory('statutory-cannot-be-declined')],
    links: [oneSystem],
    legalBasis,
    then: declined,
  },
  redirect: {
    label: words('Başqa quruma yönəltmək', 'Redirect'),
    past: words('Ötürmə başqa quruma yönəldildi', 'Handoff redirected'),
    by: deskRoles,
    schema: redirectData,
    rules: [
      receiverOnly,
      knownDesk,
      notToSelf,
      handoverProhibited,
      rightDesk,
      notSentOnAgainstRefusal,
      onePending,
    ],
    links: [oneSystem],
    legalBasis,
    then: redirected,
  },
  withdraw: {
    label: words('Geri götürmək', 'Withdraw'),
    past: words('Ötürmə geri götürüldü', 'Handoff withdrawn'),
    by: [...firstLineRoles, 'reviewer', 'coordinator'],
    schema: withdrawData,
    rules: [senderOnly, notStatutory('statutory-cannot-be-withdrawn')],
    links: [oneSystem],
    legalBasis,
    then: withdrawn,
  },
  reportOutcome: {
    label: words('Nəticəni bildirmək', 'Report the outcome'),
    past: words('Ötürmənin nəticəsi bildirildi', 'Outcome of the handoff reported'),
    by: deskRoles,
    schema: outcomeData,
    rules: [receiverOnly],
    links: [cooperation, oneSystem],
    legalBasis,
    then: completed,
  },
  end: {
    label: words('Əsası qalmadığı üçün dayandırmaq', 'End for want of ground'),
    past: words('Ötürmənin əsası qalmadı', 'The handoff lost its ground'),
    by: 'rulebook',
    schema: nothing,
    rules: [],
    links: [oneSystem],
    legalBasis,
    then: withdrawn,
  },
  fulfil: {
    label: words('İcra edilmiş saymaq', 'Count as done'),
    past: words('Ötürmənin məqsədi yerinə yetirildi', 'The handoff reached its purpose'),
    by: 'rulebook',
    schema: nothing,
    rules: [],
    links: [cooperation, oneSystem],
    legalBasis,
    then: completed,
  },
  acceptancePassed: {
    label: words('Qəbul müddəti keçdi', 'The time to accept passed'),
    past: words('Ötürməyə vaxtında cavab verilmədi', 'The handoff was not answered in time'),
    by: 'clock',
    schema: nothing,
    rules: [],
    links: [oneSystem],
    legalBasis,
    derive: ({ instance, ...rest }) => ({
      passedOver: instance?.context['purpose'] === 'shelter' && houseNotAsked(rest) !== undefined,
    }),
    then: silent,
  },
} satisfies Record<string, Spec>;

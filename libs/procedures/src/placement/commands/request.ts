import { words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { notVoided } from '../../rules/index.js';
import * as then from '../consequences.js';
import * as rule from '../rules.js';
import * as data from '../schemas.js';
import { asking, firstLine, house } from './shared.js';

/** Asking one house after the other. */
export const request = {
  request: {
    ...asking,
    label: words('Sığınacaq istəmək', 'Request a shelter'),
    past: words('Sığınacaq istənildi', 'Shelter requested'),
    by: firstLine,
    schema: data.requestData,
    rules: [notVoided, rule.notFromHerHouse, rule.noneAsked],
    then: then.requested,
    neverBlocked: true,
  },
  ask: {
    ...asking,
    label: words('Sığınacağa müraciət etmək', 'Ask a house'),
    past: words('Sığınacağa müraciət edildi', 'A house was asked'),
    by: 'rulebook',
    schema: data.nothing,
  },
  openDesk: {
    ...asking,
    label: words('Müraciətə baxmaq', 'Open the desk'),
    past: words('Sığınacaq müraciətə baxır', 'The house looks at the request'),
    by: 'rulebook',
    schema: data.nothing,
  },
  declineRequest: {
    ...asking,
    label: words('Qəbul etməmək', 'Decline the request'),
    past: words('Sığınacaq qəbul etmədi', 'The house declined'),
    by: house,
    schema: data.declineData,
    rules: [rule.thisHouse],
    then: then.declined,
    answersHandoff: true,
  },
  passOver: {
    ...asking,
    label: words('Növbəti sığınacağa keçmək', 'Pass over to the next house'),
    past: words('Cavab verməyən sığınacaq keçildi', 'A silent house was passed over'),
    by: 'rulebook',
    schema: data.nothing,
    then: then.passedOver,
  },
  shelterAnswerPassed: {
    ...asking,
    label: words('Sığınacağın cavab müddəti keçdi', 'The time of the house passed'),
    past: words('Sığınacaq vaxtında cavab vermədi', 'The house did not answer in time'),
    by: 'clock',
    schema: data.nothing,
    derive: then.otherHouse,
    then: then.silent,
  },
  exhaust: {
    ...asking,
    label: words('Uyğun sığınacaq qalmaması', 'No suitable house is left'),
    past: words('Uyğun sığınacaq qalmadı', 'No suitable house was left'),
    by: 'rulebook',
    schema: data.nothing,
    then: then.exhausted,
  },
  withdrawRequest: {
    ...asking,
    label: words('Müraciəti geri götürmək', 'Withdraw the request'),
    past: words('Müraciət geri götürüldü', 'Request withdrawn'),
    by: firstLine,
    schema: data.withdrawRequestData,
    rules: [rule.askerOrOwner],
    then: then.withdrawn,
  },
  takeOver: {
    ...asking,
    label: words('Yerləşdirməni davam etdirmək', 'Take over the placement'),
    past: words('Təkrar işdəki yerləşdirmə davam etdirildi', 'Placement of a duplicate taken over'),
    by: 'rulebook',
    schema: data.nothing,
    then: then.takenOver,
  },
  end: {
    ...asking,
    label: words('Əsası qalmadığı üçün dayandırmaq', 'End for want of ground'),
    past: words('Yerləşdirmənin əsası qalmadı', 'The placement lost its ground'),
    by: 'rulebook',
    schema: data.nothing,
    then: then.ended,
  },
} satisfies Record<string, CommandSpec<PlanLink>>;

import { words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { byPerson } from '../../rules/index.js';
import * as then from '../consequences.js';
import * as rule from '../rules.js';
import * as data from '../schemas.js';
import { asking, byNgo, firstLine, herWill, house, sheltered } from './shared.js';
import { rehabilitation } from '../../links.js';

/** From the offer of a bed to her coming. */
export const offer = {
  offerBed: {
    ...asking,
    label: words('Yer təklif etmək', 'Offer a bed'),
    past: words('Yer təklif edildi', 'Bed offered'),
    by: house,
    schema: data.offerData,
    rules: [rule.thisHouse, byPerson],
    derive: then.bedOffered,
    then: then.offered,
    answersHandoff: true,
    neverBlocked: true,
  },
  reoffer: {
    ...asking,
    label: words('Yenidən təklif etmək', 'Offer again'),
    past: words('Yer yenidən təklif edildi', 'Bed offered again'),
    by: house,
    schema: data.offerData,
    rules: [rule.thisHouse, byPerson, rule.noneAsked],
    derive: then.bedOffered,
    then: then.offered,
  },
  withdrawOffer: {
    ...asking,
    label: words('Təklifi geri götürmək', 'Withdraw the offer'),
    past: words('Təklif geri götürüldü', 'Offer withdrawn'),
    by: house,
    schema: data.withdrawOfferData,
    rules: [rule.thisHouse],
    then: then.offerWithdrawn,
  },
  acceptOffer: {
    ...herWill,
    label: words('Təklifi qəbul etmək', 'Accept the offer'),
    past: words('Təklif qəbul edildi', 'Offer accepted'),
    by: firstLine,
    schema: data.acceptData,
    rules: [rule.withThePerson, rule.childMovedByGuardianship],
    derive: then.movingOfChild,
    then: then.accepted,
  },
  refuseOffer: {
    ...herWill,
    label: words('Təklifdən imtinanı qeyd etmək', 'Record that she refuses'),
    past: words('Şəxs təklifdən imtina etdi', 'The person refused the offer'),
    by: firstLine,
    schema: data.refuseData,
    rules: [rule.withThePerson, rule.childByGuardianship],
    then: then.personRefused,
  },
  reviewAcceptance: {
    ...herWill,
    label: words('Razılığı kənardan yoxlamaq', 'Review the acceptance from outside'),
    past: words('Razılıq kənardan yoxlanıldı', 'Acceptance reviewed from outside'),
    by: [...firstLine, 'coordinator'],
    schema: data.reviewData,
    rules: [byPerson, rule.reviewOwed, rule.fromOutside, rule.childReviewedByGuardianship],
    then: then.reviewed,
  },
  admit: {
    ...asking,
    label: words('Yerləşdirmək', 'Admit'),
    past: words('Şəxs sığınacağa yerləşdirildi', 'The person was admitted'),
    by: house,
    schema: data.admitData,
    rules: [rule.thisHouse],
    links: [sheltered, byNgo, rehabilitation],
    derive: then.stayOfChild,
    then: then.admitted,
    neverBlocked: true,
  },
  recordNonArrival: {
    ...asking,
    label: words('Gəlmədiyini qeyd etmək', 'Record that she did not arrive'),
    past: words('Şəxs sığınacağa gəlib çıxmadı', 'The person did not arrive'),
    by: house,
    schema: data.nonArrivalData,
    rules: [rule.thisHouse],
    then: then.notArrived,
  },
  offerAnswerPassed: {
    ...asking,
    label: words('Təklifə cavab müddəti keçdi', 'The time to answer the offer passed'),
    past: words('Təklifə vaxtında cavab verilmədi', 'The offer was not answered in time'),
    by: 'clock',
    schema: data.nothing,
    then: then.offerUnanswered,
  },
  arrivalPassed: {
    ...asking,
    label: words('Gəliş müddəti keçdi', 'The time to arrive passed'),
    past: words('Şəxs vaxtında gəlmədi', 'The person was not there in time'),
    by: 'clock',
    schema: data.nothing,
    then: then.arrivalOverdue,
  },
  houseReviewPassed: {
    ...herWill,
    label: words('Kənardan yoxlama müddəti keçdi', 'The time to review passed'),
    past: words('Razılıq vaxtında yoxlanılmadı', 'The acceptance was not reviewed in time'),
    by: 'clock',
    schema: data.nothing,
    then: then.reviewOverdue,
  },
} satisfies Record<string, CommandSpec<PlanLink>>;

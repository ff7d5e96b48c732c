import { firstLineRoles, supportRoles, words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../legal.js';
import { bestInterests, nothingAgainstWill, safety } from '../links.js';
import { byPerson, notForChild, notVoided, ownerOnly, withRepresentative } from '../rules/index.js';
import * as then from './consequences.js';
import * as rule from './rules.js';
import * as data from './schemas.js';

type Spec = CommandSpec<PlanLink>;

/** Her safety is ensured as long as the danger lasts. */
const keptSafe = { measure: '13.6.1', relation: 'fulfils' } as const;
const plain = {
  by: firstLineRoles,
  rules: [],
  links: [safety],
  legalBasis: [legal.protection],
} as const;
const byClock = { ...plain, by: 'clock', schema: data.nothing } as const;

export const commands = {
  report: {
    ...plain,
    label: words('İtkin düşdüyünü bildirmək', 'Report missing'),
    past: words('Şəxsin itkin düşdüyü bildirildi', 'The person was reported missing'),
    schema: data.reportData,
    rules: [notVoided, rule.seenByNow],
    derive: then.age,
    then: then.reported,
  },
  beginSearch: {
    ...plain,
    label: words('Axtarışa başlamaq', 'Begin the search'),
    past: words('Axtarış başladı', 'Search began'),
    schema: data.nothing,
  },
  recordSighting: {
    ...plain,
    label: words('Görüldüyünü qeyd etmək', 'Record a sighting'),
    past: words('Şəxsin görüldüyü qeyd edildi', 'Sighting recorded'),
    schema: data.recordSightingData,
    rules: [rule.seenByNow],
  },
  recordFound: {
    ...plain,
    label: words('Tapıldığını qeyd etmək', 'Record that she was found'),
    past: words('Şəxs tapıldı', 'The person was found'),
    schema: data.recordFoundData,
    then: then.found,
  },
  recordReturnInterview: {
    ...plain,
    label: words('Qayıdış söhbətini qeyd etmək', 'Record the return interview'),
    past: words('Qayıdış söhbəti aparıldı, risk qiymətləndirildi', 'Return interview held, risk assessed'),
    by: [...supportRoles, 'guardianshipOfficer', 'healthWorker', 'lawyer'],
    schema: data.recordReturnInterviewData,
    rules: [withRepresentative, rule.heardAlone],
    links: [keptSafe, safety, bestInterests],
    then: then.interviewed,
  },
  recordOwnWish: {
    ...plain,
    label: words('Öz istəyini qeyd etmək', 'Record her own wish'),
    past: words('Şəxsin öz istəyi ilə getdiyi qeyd edildi', 'She left by her own wish'),
    schema: data.recordOwnWishData,
    rules: [byPerson, notForChild, rule.herOwnWish],
    links: [nothingAgainstWill, safety],
    legalBasis: [legal.consensual, legal.againstNoWill],
    then: then.ownWish,
  },
  recordReturnToExploitation: {
    ...plain,
    label: words('İstismara qayıtdığını qeyd etmək', 'Record a return to exploitation'),
    past: words('Şəxsin istismara qayıtdığı qeyd edildi', 'Return to exploitation recorded'),
    schema: data.recordReturnToExploitationData,
    then: then.exploitedAgain,
  },
  reviewLongTerm: {
    ...plain,
    label: words('Uzun müddətli itkinliyə baxmaq', 'Review a long absence'),
    past: words('Uzun müddətli itkinliyə baxıldı', 'Long absence reviewed'),
    schema: data.reviewLongTermData,
    rules: [ownerOnly, rule.reviewDue],
    then: then.reviewed,
  },
  recordDeceased: {
    ...plain,
    label: words('Ölümünü qeyd etmək', 'Record that she died'),
    past: words('İtkin düşmüş şəxsin öldüyü qeyd edildi', 'The missing person was found to have died'),
    schema: data.recordDeceasedData,
    rules: [byPerson],
    then: then.died,
  },
  noteChild: {
    ...plain,
    label: words('Uşaq kimi axtarmaq', 'Search as for a child'),
    past: words('Axtarış uşaq üçün müddətə keçirildi', "The search was counted as a child's"),
    by: 'rulebook',
    schema: data.nothing,
    links: [safety, bestInterests],
    legalBasis: [legal.protection, legal.presumeChild],
    derive: then.searchedSince,
    then: then.childMissing,
  },
  searchPassed: {
    ...byClock,
    label: words('Axtarış müddəti keçdi', 'The time of the search passed'),
    past: words('Axtarış vaxtında nəticə vermədi', 'The search gave nothing in time'),
    then: then.searchOverdue,
  },
  longTermReviewPassed: {
    ...byClock,
    label: words('Baxış müddəti çatdı', 'The time to review came'),
    past: words('Uzun müddətli itkinliyə baxış vaxtı çatdı', 'Review of the long absence fell due'),
    then: then.reviewOverdue,
  },
  returnInterviewPassed: {
    ...byClock,
    label: words('Qayıdış söhbətinin müddəti keçdi', 'The time of the return interview passed'),
    past: words('Qayıdış söhbəti vaxtında aparılmadı', 'No return interview in time'),
    then: then.interviewOverdue,
  },
} satisfies Record<string, Spec>;

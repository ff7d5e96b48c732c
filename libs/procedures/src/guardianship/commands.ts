import { words, type CommandSpec, type Role } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../legal.js';
import { bestInterests, guardianBodies } from '../links.js';
import {
  byPerson,
  familySafe,
  noConflict,
  responsibleBody,
  stillAhead,
  withinReach,
} from '../rules/index.js';
import * as then from './consequences.js';
import * as rule from './rules.js';
import * as data from './schemas.js';

type Spec = CommandSpec<PlanLink>;

const officer: readonly Role[] = ['guardianshipOfficer'];
/** Rights and interests of the child protected by the guardianship body or the commission. */
const protectedByBody = { measure: '13.5.1', relation: 'fulfils' } as const;
const familyMonitored = { measure: '13.5.7', relation: 'fulfils' } as const;
const helpedIntoAdulthood = { measure: '13.5.3', relation: 'fulfils' } as const;
const legalBasis = [legal.familyCode, legal.unaccompaniedChild];
const byOfficer = { by: officer, links: [bestInterests, guardianBodies], legalBasis } as const;
const byRulebook = {
  by: 'rulebook',
  schema: data.nothing,
  rules: [],
  links: [bestInterests, guardianBodies],
  legalBasis,
} as const;
const byClock = {
  by: 'clock',
  schema: data.nothing,
  rules: [],
  links: [guardianBodies],
  legalBasis,
} as const;
const decides = [responsibleBody, noConflict] as const;

export const commands = {
  notify: {
    ...byRulebook,
    label: words('Qəyyumluq orqanına bildirmək', 'Notify the guardianship body'),
    past: words('Qəyyumluq və himayə orqanına bildirildi', 'Guardianship body notified'),
    legalBasis: [legal.presumeChild, legal.unaccompaniedChild],
  },
  accept: {
    ...byRulebook,
    label: words('Qəbul etmək', 'Accept'),
    past: words('Qəyyumluq və himayə orqanı qəbul etdi', 'Guardianship body accepted'),
  },
  redirect: {
    ...byRulebook,
    label: words('Başqa orqana yönəltmək', 'Redirect'),
    past: words('Başqa qəyyumluq orqanına yönəldildi', 'Redirected to another guardianship body'),
  },
  takeUp: {
    ...byRulebook,
    label: words('Davam etdirmək', 'Take up again'),
    past: words('Qəyyumluq işi yenidən davam etdirildi', 'Guardianship taken up again'),
    then: then.takenUp,
  },
  appointInterim: {
    ...byOfficer,
    label: words('Müvəqqəti nümayəndə təyin etmək', 'Appoint an interim representative'),
    past: words('Müvəqqəti nümayəndə təyin edildi', 'Interim representative appointed'),
    schema: data.appointInterimData,
    rules: [...decides, rule.freeOfConflict],
    links: [protectedByBody, bestInterests, guardianBodies],
    then: then.interimAppointed,
  },
  recordMajority: {
    ...byOfficer,
    label: words('Yetkinlik ayını qeyd etmək', 'Record the month of coming of age'),
    past: words('Yetkinlik yaşına çatacağı ay qeyd edildi', 'Month of coming of age recorded'),
    schema: data.recordMajorityData,
    rules: [responsibleBody, withinReach, stillAhead],
    derive: then.comingOfAge,
  },
  recordBestInterests: {
    ...byOfficer,
    label: words('Ən yaxşı mənafeyi müəyyən etmək', 'Determine the best interests'),
    past: words('Uşağın ən yaxşı mənafeyi müəyyən edildi', 'Best interests of the child determined'),
    schema: data.recordBestInterestsData,
    rules: [...decides, rule.childHeard],
    derive: then.weighed,
  },
  recordChildViews: {
    ...byOfficer,
    label: words('Uşağın fikrini qeyd etmək', "Record the child's views"),
    past: words('Uşağın fikri qeyd edildi', "Child's views recorded"),
    schema: data.recordChildViewsData,
    rules: [byPerson, responsibleBody],
  },
  recordFamilyAssessment: {
    ...byOfficer,
    label: words('Ailənin qiymətləndirilməsini qeyd etmək', 'Record the family assessment'),
    past: words('Ailənin qiymətləndirilməsi qeyd edildi', 'Family assessment recorded'),
    schema: data.recordFamilyAssessmentData,
    rules: decides,
    then: then.familyAssessed,
  },
  confirmParentalCare: {
    ...byOfficer,
    label: words('Valideyn himayəsini təsdiq etmək', 'Confirm parental care'),
    past: words('Valideyn himayəsi təsdiq edildi', 'Parental care confirmed'),
    schema: data.confirmParentalCareData,
    rules: [...decides, familySafe, rule.noSuspect, rule.interestsInCare],
    links: [protectedByBody, bestInterests, guardianBodies],
    then: then.parentsConfirmed,
  },
  appointGuardian: {
    ...byOfficer,
    label: words('Qəyyum və ya himayəçi təyin etmək', 'Appoint a guardian or trustee'),
    past: words('Qəyyum və ya himayəçi təyin edildi', 'Guardian or trustee appointed'),
    schema: data.appointGuardianData,
    rules: [...decides, rule.interestsInCare, rule.majorityKnown, rule.kindByAge, rule.freeOfConflict],
    links: [protectedByBody, bestInterests, guardianBodies],
    then: then.guardianAppointed,
  },
  replaceGuardian: {
    ...byOfficer,
    label: words('Qəyyum və ya himayəçini dəyişmək', 'Replace the guardian or trustee'),
    past: words('Qəyyum və ya himayəçi dəyişdirildi', 'Guardian or trustee replaced'),
    schema: data.appointGuardianData,
    rules: [...decides, rule.interestsInCare, rule.majorityKnown, rule.kindByAge, rule.freeOfConflict],
    links: [protectedByBody, bestInterests, guardianBodies],
    then: then.guardianAppointed,
  },
  suspendGuardian: {
    ...byOfficer,
    label: words('Nümayəndəni kənarlaşdırmaq', 'Suspend the representative'),
    past: words('Nümayəndə kənarlaşdırıldı', 'Representative suspended'),
    schema: data.suspendGuardianData,
    rules: [byPerson, responsibleBody],
    then: then.suspended,
  },
  referToCommission: {
    ...byOfficer,
    label: words('Komissiyaya göndərmək', 'Refer to the commission'),
    past: words('Məsələ komissiyaya göndərildi', 'Referred to the commission on minors'),
    schema: data.referToCommissionData,
    rules: [responsibleBody],
    then: then.referred,
  },
  recordCommissionDecision: {
    ...byOfficer,
    label: words('Komissiyanın qərarını qeyd etmək', 'Record the decision of the commission'),
    past: words('Komissiyanın qərarı qeyd edildi', 'Decision of the commission recorded'),
    by: ['commissionMember'],
    schema: data.recordCommissionDecisionData,
    rules: [rule.commissionAsked, noConflict],
    links: [protectedByBody, guardianBodies],
    then: then.commissionDecided,
  },
  recordVisit: {
    ...byOfficer,
    label: words('Baş çəkməni qeyd etmək', 'Record a visit'),
    past: words('Uşağa baş çəkildi', 'Child visited'),
    schema: data.recordVisitData,
    rules: [responsibleBody],
    links: [familyMonitored, guardianBodies],
    then: then.visited,
  },
  planTransition: {
    ...byOfficer,
    label: words('Yetkinliyə keçidi planlaşdırmaq', 'Plan the transition'),
    past: words('Yetkinliyə keçid planlaşdırıldı', 'Transition to adulthood planned'),
    schema: data.planTransitionData,
    rules: [responsibleBody, rule.majorityKnown],
    links: [helpedIntoAdulthood, bestInterests],
    then: then.transitionPlanned,
  },
  end: {
    ...byOfficer,
    label: words('Qəyyumluğu başa çatdırmaq', 'End guardianship'),
    past: words('Qəyyumluq başa çatdı', 'Guardianship ended'),
    schema: data.endData,
    rules: [...decides, rule.endHasGround, rule.districtNamed, rule.interestsInEnding],
    then: then.ended,
  },
  interimRepresentativePassed: {
    ...byClock,
    label: words('Müvəqqəti nümayəndənin müddəti keçdi', 'The time for an interim representative passed'),
    past: words('Müvəqqəti nümayəndə vaxtında təyin edilmədi', 'No interim representative in time'),
    then: then.interimOverdue,
  },
  appointmentPassed: {
    ...byClock,
    label: words('Təyinat müddəti keçdi', 'The time for the appointment passed'),
    past: words('Qəyyum və ya himayəçi vaxtında təyin edilmədi', 'No guardian or trustee in time'),
    then: then.appointmentOverdue,
  },
  visitPassed: {
    ...byClock,
    label: words('Baş çəkmə müddəti keçdi', 'The time for a visit passed'),
    past: words('Uşağa vaxtında baş çəkilmədi', 'The child was not visited in time'),
    then: then.visitOverdue,
  },
  transitionAt18Passed: {
    ...byClock,
    label: words('Yetkinliyə keçid vaxtı çatdı', 'The time of transition came'),
    past: words('Yetkinlik yaşına keçid vaxtı çatdı', 'Transition at eighteen fell due'),
    links: [bestInterests, guardianBodies],
    derive: then.comingOfAge,
    then: then.transitionDue,
  },
} satisfies Record<string, Spec>;
